package elboroom.app.undo;

import javafx.beans.property.ReadOnlyBooleanProperty;

/** Steps that can be taken back and done again. */
public interface Undo {
    ReadOnlyBooleanProperty canUndoProperty();

    ReadOnlyBooleanProperty canRedoProperty();

    /** Goes back one step, if there is one. */
    void undo();

    /** Goes forward one step again, if one was taken back. */
    void redo();
}
