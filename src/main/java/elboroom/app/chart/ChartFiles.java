package elboroom.app.chart;

import elboroom.app.concurrent.WorkQueue;
import elboroom.data.AtomicFiles;
import elboroom.raster.Picture;
import elboroom.raster.PngFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Saves charts: asks for the file's name, and writes it, whole or not at all, off the thread of the window. */
public final class ChartFiles {
    /** Pixels of a picture to one of the window: sharp on a slide. */
    private static final double PICTURE_SCALE = 2;

    private final WorkQueue worker;
    private final Consumer<String> messages;
    private final Chooser chooser;

    /** Asks where a file goes. */
    @FunctionalInterface
    public interface Chooser {
        /**
         * The file that was chosen.
         *
         * @param name suggested
         */
        Optional<Path> choose(Window owner, String name);
    }

    /** What a chart is saved as. */
    public enum Kind {
        PNG("Save picture (PNG)…"),
        SVG("Save drawing (SVG)…"),
        CSV("Save numbers (CSV)…");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Asks by the system's own dialogue.
     *
     * @param worker writes
     * @param messages told what has been written
     */
    public ChartFiles(WorkQueue worker, Consumer<String> messages) {
        this(worker, messages, ChartFiles::ask);
    }

    public ChartFiles(WorkQueue worker, Consumer<String> messages, Chooser chooser) {
        this.worker = worker;
        this.messages = messages;
        this.chooser = chooser;
    }

    private static Optional<Path> ask(Window owner, String name) {
        FileChooser dialogue = new FileChooser();
        dialogue.setInitialFileName(name);
        return Optional.ofNullable(dialogue.showSaveDialog(owner)).map(java.io.File::toPath);
    }

    /** Saves a chart of a window that is shown. */
    void save(Plot plot, Kind kind) {
        Drawing drawing = plot.drawing();
        String family = plot.fontFamily();
        Supplier<String> numbers = plot.numbers();
        write(
                plot.getScene().getWindow(),
                plot.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "." + kind.ending(),
                file -> {
                    switch (kind) {
                        case PNG -> {
                            Picture picture = PicturePen.paint(drawing, PICTURE_SCALE, family);
                            AtomicFiles.write(file, out -> PngFile.write(out, picture));
                        }
                        case SVG -> text(file, SvgPen.write(drawing));
                        case CSV -> text(file, numbers.get());
                    }
                });
    }

    /** Puts a chart of a window that is shown on the clipboard. */
    void copy(Plot plot) {
        Drawing drawing = plot.drawing();
        String family = plot.fontFamily();
        copyPicture(plot.title(), () -> PicturePen.paint(drawing, PICTURE_SCALE, family));
    }

    /**
     * Puts a picture on the clipboard that is made off the thread of the window.
     *
     * @param title of the picture
     */
    public void copyPicture(String title, Supplier<Picture> content) {
        worker.submitNamed("copy", "copying " + title, content::get, picture -> {
            Copying.toClipboard(picture);
            messages.accept(
                    "Copied “%s” as a picture, %d × %d pixels".formatted(title, picture.width(), picture.height()));
        });
    }

    /** Saves lines of comma-separated values, such as those of a table. */
    public void saveText(Window owner, String name, Supplier<String> content) {
        write(owner, name, file -> text(file, content.get()));
    }

    /** Saves whatever {@code content} writes, off the thread of the window. */
    public void saveFile(Window owner, String name, AtomicFiles.Content content) {
        write(owner, name, file -> AtomicFiles.write(file, content));
    }

    /** Saves a picture that is made off the thread of the window. */
    public void savePicture(Window owner, String name, Supplier<Picture> content) {
        write(owner, name, file -> {
            Picture picture = content.get();
            AtomicFiles.write(file, out -> PngFile.write(out, picture));
        });
    }

    private interface Writing {
        void to(Path file) throws Exception;
    }

    private void write(Window owner, String name, Writing writing) {
        chooser.choose(owner, name)
                .ifPresent(file -> worker.submitNamed(
                        "save " + file,
                        "saving " + file.getFileName(),
                        () -> {
                            writing.to(file);
                            return file;
                        },
                        written -> messages.accept("Saved " + written)));
    }

    private static void text(Path file, String content) {
        AtomicFiles.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
