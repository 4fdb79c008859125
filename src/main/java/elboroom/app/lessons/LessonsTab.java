package elboroom.app.lessons;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.raster.Picture;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The Lessons tab as the shell sees it, and the panel that stands beside the others. */
public final class LessonsTab extends TabOnDemand {
    public static final String ID = "lessons";

    private final LessonsModel model;
    private final ShellModel shell;

    /**
     * Reads no lesson until it is shown.
     *
     * @param files saves lessons for paper
     */
    public LessonsTab(LessonsModel model, ShellModel shell, ChartFiles files) {
        super(ID, "Lessons", Feather.BOOK_OPEN, shell, model.list()::show, () -> new LessonsView(model, files));
        this.model = model;
        this.shell = shell;
    }

    /** What stands beside the tab that is shown while a lesson is under way; made with the first. */
    public Node companion() {
        StackPane place = new StackPane();
        model.playProperty().addListener((observable, was, is) -> {
            if (is != null && place.getChildren().isEmpty()) {
                place.getChildren().setAll(new CompanionView(model));
            }
        });
        return place;
    }

    /** Has pictures taken of what is shown at each step, for paper. */
    public void photograph(Node stage) {
        model.photographBy(() -> {
            WritableImage image = stage.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return new Picture(width, height, argb);
        });
    }

    @Override
    public List<TourStep> tour() {
        return LessonsTour.steps(model, shell);
    }
}
