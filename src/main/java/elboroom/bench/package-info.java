/** How fast the parts of the program are on this computer. */
@NullMarked
package elboroom.bench;

import org.jspecify.annotations.NullMarked;
