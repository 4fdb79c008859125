package elboroom.app.train;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import elboroom.data.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of the next run, β over it as a curve, and the button that starts it, or why it cannot. */
final class SetupPane extends VBox {
    /** Moments at which the curve is drawn: about one a pixel. */
    private static final int MOMENTS = 256;

    private final SetupModel model;
    private final GridPane form = new GridPane();
    private final BetaCurve curve = new BetaCurve();
    private int row;

    /** @param start starts the run that the form describes */
    SetupPane(SetupModel model, Runnable start) {
        this.model = model;
        getStyleClass().add("setup-pane");
        form.getStyleClass().add("form");
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            form.getColumnConstraints().add(half);
        }
        pair(choice(SetupField.DATA, this::datasets), text(SetupField.IMAGES));
        pair(
                choice(SetupField.NETWORK, () -> titles(Setup.MLP, "MLP", Setup.CONVOLUTIONAL, "Convolutional")),
                text(SetupField.HIDDEN));
        pair(
                choice(SetupField.KIND, () -> titles(Setup.VAE, "VAE", Setup.AUTOENCODER, "Autoencoder")),
                text(SetupField.LATENT));
        pair(
                choice(SetupField.LIKELIHOOD, () -> titles(Setup.BERNOULLI, "Bernoulli", Setup.GAUSSIAN, "Gaussian")),
                text(SetupField.VARIANCE));
        pair(text(SetupField.BETA), text(SetupField.FREE_BITS));
        Map<String, String> schedules = titles(Setup.CONSTANT, "Constant", Setup.WARM_UP, "Warm-up");
        schedules.put(Setup.CYCLICAL, "Cyclical");
        pair(choice(SetupField.SCHEDULE, () -> schedules), scheduleLength());
        form.add(curve, 0, row++, 2, 1);
        pair(text(SetupField.LEARNING_RATE), text(SetupField.BATCH));
        pair(text(SetupField.EPOCHS), text(SetupField.SEED));
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, obstacle(), startButton(start));
        model.setupProperty().addListener(observable -> showCurve());
        showCurve();
    }

    private Map<String, String> datasets() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Dataset set : model.datasets()) {
            titles.put(set.id(), set.title());
        }
        return titles;
    }

    private static Map<String, String> titles(String first, String title, String second, String secondTitle) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(first, title);
        titles.put(second, secondTitle);
        return titles;
    }

    private FieldRow text(SetupField field) {
        return FieldRow.text(model, field);
    }

    private FieldRow choice(SetupField field, Supplier<Map<String, String>> choices) {
        return FieldRow.choice(model, field, choices);
    }

    private void pair(Node left, Node right) {
        form.addRow(row++, left, right);
    }

    /** Epochs of a warm-up or number of cycles, in one place: only one of them plays a part. */
    private Node scheduleLength() {
        FieldRow warmUp = text(SetupField.WARM_UP_EPOCHS);
        FieldRow cycles = text(SetupField.CYCLES);
        Runnable choose = () -> {
            boolean cyclical = model.setup().says(SetupField.SCHEDULE, Setup.CYCLICAL);
            cycles.setVisible(cyclical);
            warmUp.setVisible(!cyclical);
        };
        model.setupProperty().addListener(observable -> choose.run());
        choose.run();
        return new StackPane(warmUp, cycles);
    }

    private Label obstacle() {
        Label obstacle = new Label();
        obstacle.setId("setup-obstacle");
        obstacle.getStyleClass().add("problem");
        obstacle.setWrapText(true);
        obstacle.textProperty().bind(model.obstacleProperty());
        return obstacle;
    }

    private Button startButton(Runnable start) {
        Button button = new Button("Start training", new FontIcon(Feather.PLAY));
        button.setId("start");
        button.getStyleClass().add(Styles.ACCENT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> start.run());
        model.obstacleProperty().addListener((observable, was, is) -> button.setDisable(!is.isEmpty()));
        button.setDisable(!model.obstacleProperty().getValue().isEmpty());
        Hints.explain(button, "start training", "Starts a new run as set up above; it is kept in the list of runs");
        return button;
    }

    private void showCurve() {
        double[] betas = model.betas(MOMENTS);
        curve.show(betas, betas.length == 0 ? 0 : model.run().plan().epochs());
    }
}
