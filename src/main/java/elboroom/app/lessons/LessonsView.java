package elboroom.app.lessons;

import elboroom.app.chart.ChartFiles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.lesson.Lesson;
import elboroom.lesson.Lessons;
import elboroom.lesson.Printout;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Lessons tab: the lessons there are, each with how far it has been played, and what is wrong with files that are none. */
final class LessonsView extends ScrollPane {
    /** Below which the cards stand in one column, em of the window's font. */
    private static final double ROOM_FOR_TWO = 64;

    private final LessonsModel model;
    private final ChartFiles files;
    private final GridPane cards = new GridPane();
    private final VBox problems = new VBox();
    private final Label text = new Label(
            "Each lesson takes 10 to 15 minutes. It sets up the window, asks what you expect, and measures what is so. A lesson"
                    + " stays beside whatever tab you look at; leave it whenever you like and go on later.");

    LessonsView(LessonsModel model, ChartFiles files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("lessons-tab");
        getStylesheets()
                .add(Objects.requireNonNull(LessonsView.class.getResource("lessons.css"))
                        .toExternalForm());
        setFitToWidth(true);
        Label title = new Label("Predict first, then look");
        title.getStyleClass().add("lessons-title");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        cards.getStyleClass().add("lesson-cards");
        problems.getStyleClass().add("lesson-problems");
        VBox page = new VBox(title, text, cards, own(), problems);
        page.getStyleClass().add("lessons-page");
        setContent(page);
        model.list().lessonsProperty().addListener(observable -> show());
        model.playProperty().addListener(observable -> show());
        viewportBoundsProperty().addListener(observable -> arrange());
        show();
    }

    /** Beside a lesson that is under way there may be room for one column only. */
    private void arrange() {
        double width = getViewportBounds().getWidth();
        int columns = width > 0 && width < ROOM_FOR_TWO * text.getFont().getSize() ? 1 : 2;
        if (cards.getColumnConstraints().size() != columns) {
            cards.getColumnConstraints().clear();
            for (int i = 0; i < columns; i++) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(100.0 / columns);
                cards.getColumnConstraints().add(column);
            }
        }
        for (int i = 0; i < cards.getChildren().size(); i++) {
            GridPane.setConstraints(cards.getChildren().get(i), i % columns, i / columns);
        }
    }

    private HBox own() {
        Label where = new Label("Lessons of your own, text files that end in .md, go into "
                + model.list().folder());
        where.getStyleClass().add("caption");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        Button again = new Button("Look again");
        again.setId("lessons-reload");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> model.list().reload());
        Hints.explain(again, "look again", "Reads all lessons anew, after you have changed a file");
        HBox own = new HBox(where, again);
        own.getStyleClass().add("lesson-line");
        own.setAlignment(Pos.CENTER_LEFT);
        return own;
    }

    private void show() {
        Lessons lessons = model.list().lessonsProperty().get();
        cards.getChildren().setAll(lessons.all().stream().map(this::card).toList());
        arrange();
        problems.getChildren().clear();
        for (String problem : lessons.problems()) {
            Label line = new Label(problem);
            line.getStyleClass().add("lesson-missing");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            problems.getChildren().add(line);
        }
    }

    private Node card(Lesson lesson) {
        Play played = model.played(lesson);
        Play now = model.playProperty().get();
        boolean under = now != null && now.lesson().equals(lesson);
        int steps = lesson.steps().size();
        Label title = new Label(lesson.title());
        title.getStyleClass().add("section-title");
        Label minutes = new Label("%d steps · %d min".formatted(steps, lesson.minutes()));
        minutes.getStyleClass().add("caption");
        minutes.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, minutes);
        head.getStyleClass().add("lesson-line");
        head.setAlignment(Pos.BASELINE_LEFT);
        Label summary = new Label(lesson.summary());
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar((double) played.done() / steps);
        bar.getStyleClass().add("lesson-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        Label done = new Label(
                played.done() == 0
                        ? "not begun"
                        : "%d of %d, %d right".formatted(played.done(), steps, played.right()));
        done.getStyleClass().add("caption");
        done.setMinWidth(USE_PREF_SIZE);
        boolean begun = played.done() > 0 || played.at() > 0;
        Button start =
                new Button(under ? "Under way" : played.done() == steps ? "Look back" : begun ? "Go on" : "Start");
        start.setId("lesson-start-" + lesson.id());
        start.setDisable(under);
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(event -> model.start(lesson));
        Hints.explain(start, start.getText() + " " + lesson.title(), "Opens this lesson beside the tabs");
        Region before = new Region();
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox foot = new HBox(done, before, start);
        foot.getStyleClass().add("lesson-line");
        foot.setAlignment(Pos.CENTER_LEFT);
        if (begun) {
            Button restart = new Button("From the start");
            restart.setId("lesson-restart-" + lesson.id());
            restart.setMinWidth(USE_PREF_SIZE);
            restart.setOnAction(event -> model.restart(lesson));
            Hints.explain(restart, "play again", "Begins this lesson anew and forgets your answers");
            foot.getChildren().add(foot.getChildren().size() - 1, restart);
        }
        foot.getChildren().add(foot.getChildren().size() - 1, printer(lesson));
        VBox card = new VBox(head, summary, space, bar, foot);
        card.getStyleClass().add("lesson-card");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private Button printer(Lesson lesson) {
        Button print = IconButtons.button(
                Feather.PRINTER,
                "print " + lesson.title(),
                "Saves this lesson for paper, as one HTML file: what has been played since the window was opened with your answers"
                        + " and pictures, the rest as questions",
                () -> {
                    Printout printout = model.printout(lesson);
                    files.saveText(getScene().getWindow(), lesson.id() + ".html", printout::html);
                });
        print.setId("lesson-print-" + lesson.id());
        return print;
    }
}
