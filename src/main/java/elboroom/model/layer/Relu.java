package elboroom.model.layer;

/** max(0, ·) after a layer. */
public final class Relu {
    /** Times the smallest number that a layer gives in practice, this still exceeds 1. */
    private static final float HUGE = Float.MAX_VALUE;

    private Relu() {}

    /** Passes the gradient dy back through a ReLU whose result was y. */
    public static void backward(NativeFloats dy, NativeFloats y, int length) {
        dy.update(length, y, Relu::mask);
    }

    /** 1 where y is positive, else 0, without a branch. */
    private static void mask(float[] dy, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            dy[i] *= Math.min(1, y[i] * HUGE);
        }
    }
}
