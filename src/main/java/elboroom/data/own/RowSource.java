package elboroom.data.own;

import elboroom.data.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images that can be read one after the other, as they are in a file or folder. */
interface RowSource {
    /** Such as "folder of images". */
    String kind();

    /** How images are stored, for people. */
    String found();

    /** Of the images that are handed out. */
    ImageShape shape();

    /** Number of images, or -1 if only reading them all would tell. */
    long count();

    /** A guess where {@link #count()} is -1. */
    default long estimate() {
        return count();
    }

    /** Files that are read besides the one that was named, such as that of the labels. */
    default List<Path> beside() {
        return List.of();
    }

    /** What was assumed. */
    default List<String> notes() {
        return List.of();
    }

    /** Whether values are levels from 0 to 255 whatever their range turns out to be. */
    default boolean levels() {
        return false;
    }

    /** Class names that are known before reading, in no order; the rows may bring more. */
    default List<String> knownClasses() {
        return List.of();
    }

    /**
     * Hands all images to {@code sink}, in a fixed order, until it wants no more.
     *
     * @throws elboroom.data.InputException if something in the file is wrong; it says where
     */
    void read(RowSink sink) throws IOException;

    /** Which of the two splits an image belongs to by the data's own account. */
    enum Part {
        UNSPLIT,
        TRAIN,
        TEST
    }

    /** Takes images. */
    interface RowSink {
        /**
         * One image.
         *
         * @param values of {@link #shape()}, as they are stored; only valid during the call
         * @param where what a value is called in a message
         * @return whether more is wanted
         */
        boolean row(float[] values, @Nullable String label, Part part, Where where);

        /** A file that was left out, and why. */
        void skipped(String line);

        /** How much has been read, 0 to 1. */
        void progress(double share);
    }

    /** Names a place in the source, such as "row 12, column 4". */
    @FunctionalInterface
    interface Where {
        String of(int value);
    }
}
