/** Views that are kept in a file: what was on the screen, to be opened again here or elsewhere. */
@NullMarked
package elboroom.app.view;

import org.jspecify.annotations.NullMarked;
