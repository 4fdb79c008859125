package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.StackedBars;
import elboroom.app.chart.StackedBars.Part;
import elboroom.app.chart.StackedBars.Row;
import elboroom.app.widget.FormulaButton;
import elboroom.app.widget.Hints;
import elboroom.app.widget.InTurn;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What the gap is made of, and the climb to the best Gaussian. */
final class GapPane extends HBox {
    private static final Duration PER_STEP = Duration.millis(120);

    private final EvidenceModel model;
    private final EvidenceTexts texts;
    private final StackedBars bars = new StackedBars("Gap between ELBO and evidence", new Axis("nats", "", 2));
    private final Button play = new Button("Fit a Gaussian to this image");
    private final Slider slider = new Slider(0, 1, 0);
    private final Label said = new Label();
    private final Timeline animation = new Timeline();

    GapPane(EvidenceModel model, EvidenceTexts texts, ShellModel shell, ChartFiles files) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("gap-pane");
        bars.setId("chart-gap");
        bars.darkProperty().bind(shell.darkProperty());
        bars.setFiles(files);
        bars.setMinHeight(USE_PREF_SIZE);
        Label title = new Label("What the gap is made of");
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, new FormulaButton("split", "amortisation and approximation", texts::split));
        head.setAlignment(Pos.BASELINE_LEFT);
        play.setId("evidence-fit");
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(event -> play());
        Hints.explain(
                play,
                "fit a Gaussian to this image",
                "Moves mean and log variance up the gradient of this one image's ELBO: the ellipse walks to where the true"
                        + " posterior is. What it gains is the amortisation gap, what it leaves the approximation gap");
        slider.setId("evidence-step");
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener(observable -> model.showStep((int) Math.round(slider.getValue())));
        Hints.explain(slider, "step of the fit", "From the encoder's Gaussian to the best one for this image");
        said.setId("evidence-said");
        said.getStyleClass().add("caption");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        HBox controls = new HBox(play, slider);
        controls.getStyleClass().add("fit-controls");
        controls.setAlignment(Pos.CENTER_LEFT);
        Label fit = new Label("The best Gaussian for this image");
        fit.getStyleClass().add("section-title");
        VBox left = new VBox(head, bars);
        VBox right = new VBox(fit, controls, said);
        for (VBox half : List.of(left, right)) {
            half.getStyleClass().add("half");
            half.setPrefWidth(300);
            half.setMinWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        InTurn.children(this, left, right);
        model.lookProperty().addListener(observable -> show());
        model.climbProperty().addListener(observable -> climbed());
        model.stepProperty().addListener(observable -> show());
        climbed();
    }

    private void climbed() {
        animation.stop();
        Climb climb = model.climbProperty().get();
        play.setDisable(climb == null);
        slider.setDisable(climb == null);
        slider.setMax(climb == null ? 1 : Math.max(1, climb.steps().size() - 1));
        slider.setValue(model.stepProperty().get());
        show();
    }

    private void play() {
        Climb climb = model.climbProperty().get();
        if (climb == null) {
            return;
        }
        animation.stop();
        slider.setValue(0);
        animation.getKeyFrames().setAll(new KeyFrame(PER_STEP, event -> slider.setValue(slider.getValue() + 1)));
        animation.setCycleCount(Math.max(1, climb.steps().size() - 1));
        animation.playFromStart();
    }

    private void show() {
        ImageEvidence known = model.lookProperty().get();
        Climb climb = model.climbProperty().get();
        said.setText(texts.step());
        if (slider.getValue() != model.stepProperty().get() && !slider.isValueChanging()) {
            slider.setValue(model.stepProperty().get());
        }
        if (known == null) {
            bars.show(List.of(), List.of());
            return;
        }
        List<Row> rows = new ArrayList<>();
        if (climb == null) {
            rows.add(new Row("", List.of(new Part(least(known, "log p(x) − ELBO"), known.gap(), 0))));
        } else {
            double best = climb.best().elbo();
            double now = climb.steps().get(model.stepProperty().get()).elbo();
            // Of the encoder's Gaussian as the survey has it; the climb starts there to within its own quadrature.
            double gained = model.stepProperty().get() == 0 ? known.elbo() : now;
            rows.add(new Row(
                    "",
                    List.of(
                            new Part(least(known, "approximation"), known.logEvidence() - best, 0),
                            new Part("amortisation", best - gained, 1))));
        }
        if (known.isExact()) {
            // Known of the encoder's Gaussian alone, which the row above leaves with the first step.
            String whose = model.stepProperty().get() == 0 ? "" : " of the encoder";
            rows.add(new Row("", List.of(new Part("KL(q ‖ p(z|x))" + whose, known.gapDirect(), 2))));
        }
        bars.show(rows, List.of());
    }

    /** Where log p(x) is known by a bound only, what is left below it may be more. */
    private static String least(ImageEvidence known, String name) {
        return known.isExact() ? name : name + ", at least";
    }
}
