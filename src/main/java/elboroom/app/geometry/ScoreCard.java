package elboroom.app.geometry;

import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.Heat;
import elboroom.data.ImageSet;
import elboroom.measure.DecoderGeometry;
import elboroom.measure.GeometrySurvey;
import elboroom.measure.Holes;
import elboroom.measure.LatentPrior;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.raster.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A model's scores, with small maps in coordinates in which what is sampled from it is N(0, I), so that models can be laid
 * side by side.
 *
 * @param model that was measured
 * @param data id of the images
 * @param survey the scores
 * @param maps two quantities, largest stretch and log q(z) − log p(z); null of a space with other than two dimensions
 */
public record ScoreCard(
        ModelChoice model,
        String data,
        GeometrySurvey survey,
        @Nullable Field maps) {
    private static final int CELLS = 96;
    private static final double SEEN = 4.4;

    static ScoreCard of(
            ModelChoice model,
            String data,
            Vae vae,
            Posterior posterior,
            ImageSet training,
            ImageSet test,
            Watch watch) {
        GeometrySurvey survey = GeometrySurvey.of(vae, posterior, training, test, watch.part(0, 0.8));
        return new ScoreCard(
                model, data, survey, vae.latentSize() == 2 ? maps(vae, posterior, watch.part(0.8, 1)) : null);
    }

    private static Field maps(Vae vae, Posterior posterior, Watch watch) {
        Holes holes = new Holes(vae.autoencoder(), posterior, watch.part(0, 0.3));
        LatentPrior prior = holes.prior();
        Bounds place = new Bounds(-SEEN, -SEEN, SEEN, SEEN);
        double[] points = prior.fromStandard(Heat.middles(place, CELLS, CELLS));
        DecoderGeometry geometry = DecoderGeometry.at(vae, Stretch.floats(points), CELLS * CELLS, watch.part(0.3, 0.7))
                .by(prior.factor());
        return new Field(place, CELLS, new float[][] {
            Stretch.floats(geometry.sigmaMax()), Stretch.floats(holes.logRatio(points, watch.part(0.7, 1)))
        });
    }
}
