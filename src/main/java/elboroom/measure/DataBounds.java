package elboroom.measure;

import elboroom.data.ImageSet;
import elboroom.model.Likelihood;

/**
 * Between which distortions a model moves on a set of images, whatever it has learnt. Nats per image.
 *
 * @param collapsed distortion of a fully collapsed decoder, one that ignores z and gives the average training image: a model
 *     above it is worse than none
 * @param floor distortion of a decoder that gives exactly the image. Bernoulli: the entropy of its grey levels, 0 if they are
 *     all black or white; Gaussian: the normalising constant, which may be negative
 */
public record DataBounds(double collapsed, double floor) {
    private static final int CHUNK = 500;

    /**
     * Reads all images of both sets once: 70,000 digits take a second. Under the Bernoulli likelihood the average has half an
     * image of black and half an image of white added to the training images, as a pixel that none of them has any ink in
     * would otherwise cost an infinity (Krichevsky and Trofimov 1981).
     *
     * @param training what the collapsed decoder has learnt from; the images themselves if nothing else is known
     */
    public static DataBounds of(ImageSet images, ImageSet training, Likelihood likelihood, Watch watch) {
        Totals learnt = Totals.of(training, watch.part(0, 0.8));
        Totals totals = Totals.of(images, watch.part(0.8, 1));
        return likelihood instanceof Likelihood.Gaussian gaussian
                ? gaussian(totals, learnt, gaussian.variance())
                : bernoulli(totals, learnt);
    }

    private static DataBounds bernoulli(Totals images, Totals learnt) {
        double collapsed = 0;
        for (int d = 0; d < images.sum.length; d++) {
            double x = images.sum[d] / images.count;
            double p = (learnt.sum[d] + 0.5) / (learnt.count + 1);
            collapsed -= x * Math.log(p) + (1 - x) * Math.log1p(-p);
        }
        return new DataBounds(collapsed, images.entropy / images.count);
    }

    private static DataBounds gaussian(Totals images, Totals learnt, double variance) {
        double floor = 0.5 * images.sum.length * Math.log(2 * Math.PI * variance);
        double squared = 0;
        for (int d = 0; d < images.sum.length; d++) {
            double p = learnt.sum[d] / learnt.count;
            squared += images.squares[d] / images.count - 2 * p * images.sum[d] / images.count + p * p;
        }
        return new DataBounds(floor + 0.5 * squared / variance, floor);
    }

    /** Sums over a set, for each pixel; the entropy over all pixels. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Totals(int count, double[] sum, double[] squares, double entropy) {
        static Totals of(ImageSet images, Watch watch) {
            int size = images.shape().size();
            double[] sum = new double[size];
            double[] squares = new double[size];
            double entropy = 0;
            for (int from = 0; from < images.size(); from += CHUNK) {
                int to = Math.min(images.size(), from + CHUNK);
                float[] pixels = images.images(from, to);
                for (int at = 0; at < pixels.length; at += size) {
                    for (int d = 0; d < size; d++) {
                        double x = pixels[at + d];
                        sum[d] += x;
                        squares[d] += x * x;
                        entropy += entropy(x);
                    }
                }
                watch.step((double) to / images.size());
            }
            return new Totals(images.size(), sum, squares, entropy);
        }

        /** Of a Bernoulli variable, nats. */
        private static double entropy(double p) {
            return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
        }
    }
}
