/** Undo and redo over immutable states, for any tab. */
@NullMarked
package elboroom.app.undo;

import org.jspecify.annotations.NullMarked;
