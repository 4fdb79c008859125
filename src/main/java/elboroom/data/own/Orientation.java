package elboroom.data.own;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as a JPEG file says it by the Exif tag 0x0112 (Exif 2.32, 4.6.4): which line of what is stored is
 * which row of the upright image. The JDK's reader passes it over.
 *
 * @param transposed whether a row of the upright image is a column of what is stored
 * @param backwards whether the lines are taken from the last to the first
 * @param reversed whether each line is read from its end
 */
record Orientation(boolean transposed, boolean backwards, boolean reversed) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int MARKER = 0xff;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    /** Before the image itself; files of cameras have about twenty. */
    private static final int MOST_SEGMENTS = 200;

    /** What the tag's value, from 1, stands for; anything else is upright. */
    static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, false, true);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, true, false);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, false, true);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, true, false);
            default -> UPRIGHT;
        };
    }

    /** Of a JPEG file; upright if it says nothing, or something that is damaged: the image is as good without. */
    static Orientation ofJpeg(RandomAccessFile in) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS && at + 4 <= in.length(); i++) {
            in.seek(at);
            int marker = in.readUnsignedShort();
            int length = in.readUnsignedShort();
            int kind = marker & 0xff;
            if (marker >> 8 != MARKER || kind == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            if (kind == APP1) {
                byte[] content = new byte[(int) Math.min(length - 2, in.length() - at - 4)];
                in.readFully(content);
                if (content.length > EXIF.length && Arrays.equals(content, 0, EXIF.length, EXIF, 0, EXIF.length)) {
                    return of(value(ByteBuffer.wrap(content, EXIF.length, content.length - EXIF.length)
                            .slice()));
                }
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    /** The tag's value in the first directory of a TIFF header; 1 if it is not there. */
    private static int value(ByteBuffer tiff) {
        try {
            int order = tiff.getShort(0);
            tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG && tiff.getShort(entry + 2) == SHORT) {
                    return tiff.getShort(entry + 8);
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return 1;
        }
    }

    /** The line of what is stored that is row {@code y} of the upright image, of so many lines. */
    int line(int y, int lines) {
        return backwards ? lines - 1 - y : y;
    }
}
