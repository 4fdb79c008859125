/** Opening a model made elsewhere: what its files do not tell is asked once. */
@NullMarked
package elboroom.app.exported;

import org.jspecify.annotations.NullMarked;
