package elboroom.model.onnx;

import elboroom.data.ImageShape;
import elboroom.model.Likelihood;

/**
 * All that fixes how a pair of graphs is a model.
 *
 * @param latentSize dimensions of z
 * @param taken layout of the encoder's input
 * @param given layout of the decoder's output
 * @param low the value of black; white is 1
 * @param mean the encoder's output
 * @param spread the encoder's output; that of the mean, if its second half is meant
 * @param spreadIs what it is
 * @param output the decoder's output
 * @param logits whether it is logits, rather than values of pixels
 * @param likelihood p(x|z)
 */
record OnnxSpec(
        int latentSize,
        PixelLayout taken,
        PixelLayout given,
        float low,
        String mean,
        String spread,
        Spread spreadIs,
        String output,
        boolean logits,
        Likelihood likelihood) {
    ImageShape shape() {
        return taken.shape();
    }

    boolean halves() {
        return spreadIs != Spread.NONE && mean.equals(spread);
    }
}
