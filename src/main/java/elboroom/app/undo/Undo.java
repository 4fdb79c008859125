package elboroom.app.undo;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Steps that can be taken back and done again. */
public interface Undo {
    ReadOnlyBooleanProperty canUndoProperty();

    ReadOnlyBooleanProperty canRedoProperty();

    /** Goes back one step, if there is one. */
    void undo();

    /** Goes forward one step again, if one was taken back. */
    void redo();

    /** Of what has no steps. */
    static Undo none() {
        ReadOnlyBooleanProperty never = new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
        return new Undo() {
            @Override
            public ReadOnlyBooleanProperty canUndoProperty() {
                return never;
            }

            @Override
            public ReadOnlyBooleanProperty canRedoProperty() {
                return never;
            }

            @Override
            public void undo() {
                // There is nothing to take back.
            }

            @Override
            public void redo() {
                // There is nothing to do again.
            }
        };
    }
}
