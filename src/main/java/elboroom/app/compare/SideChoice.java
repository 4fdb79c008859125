package elboroom.app.compare;

import elboroom.app.explore.PlaneChoice;
import java.util.Objects;

/**
 * What is chosen for one side.
 *
 * @param model name in the store
 * @param plane of its latent space that its map shows
 */
public record SideChoice(String model, PlaneChoice plane) {
    public SideChoice {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(plane, "plane");
    }

    /** The usual plane: both dimensions if there are two, else that of the first two principal components. */
    static SideChoice usual(String model, int latentSize) {
        return new SideChoice(model, latentSize > 2 ? PlaneChoice.PRINCIPAL : PlaneChoice.FIRST_TWO);
    }
}
