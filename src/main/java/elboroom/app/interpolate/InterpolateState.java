package elboroom.app.interpolate;

import elboroom.latent.PathKind;

/**
 * All that is chosen in the Interpolate tab; each is a step of undo.
 *
 * @param model that decodes the ways
 * @param data that inputs are from
 * @param trip without stops until the images are known
 * @param kind of way that is walked along
 */
record InterpolateState(String model, String data, Trip trip, PathKind kind) {
    InterpolateState with(Trip other) {
        return new InterpolateState(model, data, other, kind);
    }

    InterpolateState with(PathKind other) {
        return new InterpolateState(model, data, trip, other);
    }

    /** Without stops: they are others for another model. */
    InterpolateState of(String otherModel, String otherData) {
        return new InterpolateState(otherModel, otherData, Trip.NONE, kind);
    }

    boolean isOf(String ofModel, String ofData) {
        return model.equals(ofModel) && data.equals(ofData);
    }
}
