/**
 * The user's own data: what is in a file or folder, and a copy of it, converted row by row, that is mapped into memory.
 * Plain Java and the JDK's image readers.
 */
@NullMarked
package elboroom.data.own;

import org.jspecify.annotations.NullMarked;
