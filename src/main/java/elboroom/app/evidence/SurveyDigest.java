package elboroom.app.evidence;

import elboroom.measure.EvidenceSurvey;
import elboroom.measure.EvidenceSurvey.OfImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is shown of a survey, of which the window's thread only reads: to average and to sort ten thousand images would hold
 * it up.
 *
 * @param exact whether log p(x) is exact, or a lower bound
 * @param logEvidence of each image, in order; nats, as all here
 * @param elbo of each image
 * @param meanGapDirect not a number where it cannot be had
 * @param far images with a gap of more than {@value #FAR} nats
 * @param largest the images with the largest gaps, the largest first, at most {@value #MOST}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SurveyDigest(
        boolean exact,
        double[] logEvidence,
        double[] elbo,
        double meanLogEvidence,
        double meanElbo,
        double medianGap,
        double meanGapDirect,
        int far,
        List<Integer> largest) {
    /** Nats from which on an image counts as far off. */
    static final double FAR = 5;

    static final int MOST = 24;
    static final SurveyDigest NONE = of(new EvidenceSurvey(List.of(), true, 2));

    static SurveyDigest of(EvidenceSurvey survey) {
        List<OfImage> images = survey.images();
        return new SurveyDigest(
                survey.exact(),
                images.stream().mapToDouble(OfImage::logEvidence).toArray(),
                images.stream().mapToDouble(OfImage::elbo).toArray(),
                survey.meanLogEvidence(),
                survey.meanElbo(),
                images.isEmpty() ? Double.NaN : survey.medianGap(),
                survey.exact() ? survey.meanGapDirect() : Double.NaN,
                (int) images.stream().filter(image -> image.gap() > FAR).count(),
                IntStream.range(0, images.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(
                                        (Integer i) -> images.get(i).gap())
                                .reversed())
                        .limit(MOST)
                        .toList());
    }

    int count() {
        return elbo.length;
    }

    double gap(int image) {
        return logEvidence[image] - elbo[image];
    }

    double meanGap() {
        return meanLogEvidence - meanElbo;
    }
}
