/** Models of every kind by their names and paths: ours, and those made elsewhere. */
@NullMarked
package elboroom.model.file;

import org.jspecify.annotations.NullMarked;
