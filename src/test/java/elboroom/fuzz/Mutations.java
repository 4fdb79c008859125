package elboroom.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files as disks, networks, editors and ill will do: the same for the same seed. */
public final class Mutations {
    /** Sizes that are wrong in ways that programs trip over. */
    private static final int[] NUMBERS = {
        0, 1, -1, 127, 128, 255, 256, 32_767, 65_535, 100_000, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    private static final String[] TEXTS = {
        "99999999999",
        "-1",
        "1e999",
        "NaN",
        "\"",
        "'",
        ",,,,",
        "\n\n",
        "\r",
        "\u0000",
        "{",
        "[[[[",
        "../../x",
        "null",
        "100000, 100000",
        "(",
        "True",
        "é"
    };

    private Mutations() {}

    /** One to four changes of a whole file; sometimes none of its bytes are left. */
    public static byte[] mutate(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = once(bytes, whole, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, byte[] whole, SplittableRandom random) {
        if (bytes.length == 0) {
            return whole.clone();
        }
        // Headers are where it hurts.
        int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 64));
        switch (random.nextInt(9)) {
            case 0:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            case 1:
                bytes[at] = (byte) random.nextInt();
                return bytes;
            case 2:
                return number(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)], random.nextBoolean());
            case 3:
                return Arrays.copyOf(bytes, at);
            case 4:
                return splice(bytes, at, at, TEXTS[random.nextInt(TEXTS.length)].getBytes(StandardCharsets.UTF_8));
            case 5:
                return splice(bytes, at, Math.min(bytes.length, at + random.nextInt(32)), new byte[0]);
            case 6:
                return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 48)));
            case 7:
                byte[] noise = new byte[random.nextInt(64)];
                random.nextBytes(noise);
                return splice(bytes, at, Math.min(bytes.length, at + noise.length), noise);
            default:
                int from = random.nextInt(whole.length);
                return splice(bytes, at, at, Arrays.copyOfRange(whole, from, Math.min(whole.length, from + 64)));
        }
    }

    private static byte[] number(byte[] bytes, int at, int value, boolean bigEndian) {
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (bigEndian ? 3 - i : i));
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
        byte[] result = Arrays.copyOf(bytes, from + between.length + bytes.length - to);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(bytes, to, result, from + between.length, bytes.length - to);
        return result;
    }
}
