package elboroom.model.layer;

/** max(0, ·) after a layer. */
public final class Relu {
    private Relu() {}

    /** Passes the gradient dy back through a ReLU whose result was y. */
    public static void backward(NativeFloats dy, NativeFloats y, int length) {
        dy.updateBits(length, y, Relu::mask);
    }

    /**
     * Keeps dy where y is above 0, else makes it 0. The bits of a number above 0 are an integer above 0, and the sign of its
     * opposite fills a mask: a loop of integers that the JIT vectorises. Of floating-point numbers, with a minimum and a
     * product, it took six times as long.
     */
    private static void mask(int[] dy, int[] y, int length) {
        for (int i = 0; i < length; i++) {
            dy[i] &= -y[i] >> 31;
        }
    }
}
