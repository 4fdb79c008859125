/** One class per measured quantity. */
@NullMarked
package elboroom.measure;

import org.jspecify.annotations.NullMarked;
