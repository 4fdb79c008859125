package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Distances are Euclidean in OKLab (Ottosson 2020), where 0.02 is just noticeable and black is 1 from white. */
class ClassColoursTest {
    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    // Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    @Test
    void anyTwoColoursDifferForEveryEye() {
        assertThat(leastDistance(NORMAL)).isGreaterThan(0.17);
        assertThat(leastDistance(DEUTERANOPIA)).isGreaterThan(0.105);
        assertThat(leastDistance(PROTANOPIA)).isGreaterThan(0.095);
    }

    @Test
    void everyColourStandsOutFromBothPapers() {
        for (int label = 0; label < ClassColours.COUNT; label++) {
            double luminance = luminance(ClassColours.argb(label));
            double dark = luminance(0x0D1117);
            assertThat(1.05 / (luminance + 0.05)).as("class %d on white", label).isGreaterThan(1.9);
            assertThat((luminance + 0.05) / (dark + 0.05))
                    .as("class %d on dark", label)
                    .isGreaterThan(2.7);
        }
    }

    @Test
    void neighbouringClassesDifferInShapeAndAllShapesAreUsed() {
        Set<PointShape> used = new HashSet<>();
        for (int label = 0; label < ClassColours.COUNT; label++) {
            assertThat(ClassColours.shape(label)).isNotEqualTo(ClassColours.shape(label + 1));
            used.add(ClassColours.shape(label));
        }
        assertThat(used).containsExactlyInAnyOrder(PointShape.values());
    }

    private static double leastDistance(double[][] eye) {
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < ClassColours.COUNT; a++) {
            for (int b = a + 1; b < ClassColours.COUNT; b++) {
                double[] first = lab(ClassColours.argb(a), eye);
                double[] second = lab(ClassColours.argb(b), eye);
                double square = 0;
                for (int i = 0; i < 3; i++) {
                    square += Math.pow(first[i] - second[i], 2);
                }
                least = Math.min(least, Math.sqrt(square));
            }
        }
        return least;
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(Pixels.red(argb))
                + 0.7152 * linear(Pixels.green(argb))
                + 0.0722 * linear(Pixels.blue(argb));
    }

    private static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double[] lab(int argb, double[][] eye) {
        double[] seen = times(eye, linear(Pixels.red(argb)), linear(Pixels.green(argb)), linear(Pixels.blue(argb)));
        double[][] toCones = {
            {0.4122214708, 0.5363325363, 0.0514459929},
            {0.2119034982, 0.6806995451, 0.1073969566},
            {0.0883024619, 0.2817188376, 0.6299787005}
        };
        double[][] toLab = {
            {0.2104542553, 0.7936177850, -0.0040720468},
            {1.9779984951, -2.4285922050, 0.4505937099},
            {0.0259040371, 0.7827717662, -0.8086757660}
        };
        double[] cones = times(
                toCones,
                Math.max(0, Math.min(1, seen[0])),
                Math.max(0, Math.min(1, seen[1])),
                Math.max(0, Math.min(1, seen[2])));
        return times(toLab, Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2]));
    }

    private static double[] times(double[][] matrix, double a, double b, double c) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = matrix[i][0] * a + matrix[i][1] * b + matrix[i][2] * c;
        }
        return product;
    }
}
