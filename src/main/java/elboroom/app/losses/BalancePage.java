package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.StackedBars;
import elboroom.app.chart.StackedBars.Limit;
import elboroom.app.chart.StackedBars.Part;
import elboroom.app.chart.StackedBars.Row;
import elboroom.app.widget.Numbers;
import elboroom.measure.LossConvention;
import elboroom.measure.Surgery;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The two losses with what bounds them, what the rate is spent on, and what other code would call the same model. */
final class BalancePage extends VBox {
    private static final Axis NATS = new Axis("nats per image", "", 1);
    private static final Axis FINE_NATS = new Axis("nats per image", "", 2);

    private final LossesModel model;
    private final Formula distortion = new Formula(
            "distortion",
            "Distortion",
            1,
            "How badly the decoder predicts an image from its code: the reconstruction loss.",
            () -> text("distortion"));
    private final Formula rate = new Formula(
            "rate",
            "Rate (KL)",
            1,
            "What the codes cost: how far each posterior is from the prior. The regularisation loss.",
            () -> text("rate"));
    private final Formula elbo = new Formula(
            "elbo", "ELBO", 1, "−distortion − rate, a lower bound of log p(x). Higher is better.", () -> text("elbo"));
    private final Formula objective = new Formula(
            "objective",
            "β-objective",
            1,
            "What training made smaller: distortion + β · rate. Not the ELBO unless β = 1.",
            () -> text("objective"));
    private final StackedBars balance = new StackedBars("The two losses", NATS);
    private final StackedBars surgery = new StackedBars("What the rate is spent on", FINE_NATS);
    private final Label boundsText = words();
    private final Label surgeryText = words();
    private final GridPane lens = new GridPane();

    BalancePage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("losses-page");
        balance.setId("chart-balance");
        surgery.setId("chart-surgery");
        for (StackedBars chart : List.of(balance, surgery)) {
            chart.darkProperty().bind(shell.darkProperty());
            chart.setFiles(files);
            chart.setMinHeight(USE_PREF_SIZE);
        }
        HBox numbers = new HBox(distortion, rate, elbo, objective);
        numbers.getStyleClass().add("formulas");
        numbers.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        for (Formula formula : List.of(distortion, rate, elbo, objective)) {
            formula.setPrefWidth(200);
        }
        VBox left = new VBox(title("The two losses"), balance, boundsText);
        VBox right = new VBox(title("What the rate is spent on: ELBO surgery"), surgery, surgeryText);
        for (VBox half : List.of(left, right)) {
            half.getStyleClass().add("half");
            half.setPrefWidth(400);
            half.setMinWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        HBox charts = new HBox(left, right);
        charts.getStyleClass().add("halves");
        lens.getStyleClass().add("lens");
        getChildren()
                .addAll(
                        numbers,
                        charts,
                        title("The same model in other people's code: which β their loss amounts to"),
                        lens);
        model.reportProperty().addListener(observable -> show());
        model.surgeryProperty().addListener(observable -> showSurgery());
        show();
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Label words() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        distortion.setValue(report == null ? Double.NaN : report.distortion());
        rate.setValue(report == null ? Double.NaN : report.rate());
        elbo.setValue(report == null ? Double.NaN : report.elbo());
        boolean other = report != null
                && !report.config().autoencoder()
                && report.config().beta() != 1;
        objective.setVisible(other);
        objective.setManaged(other);
        objective.setValue(report == null ? Double.NaN : report.objective());
        lens.getChildren().clear();
        if (report == null) {
            balance.show(List.of(), List.of());
            boundsText.setText("");
            showSurgery();
            return;
        }
        List<Part> parts = new ArrayList<>(List.of(new Part("distortion", report.distortion(), 0)));
        if (!report.config().autoencoder()) {
            parts.add(new Part("rate", report.rate(), 1));
        }
        balance.show(
                List.of(new Row("", parts)),
                List.of(
                        new Limit("collapsed decoder", report.bounds().collapsed()),
                        new Limit("grey-level floor", report.bounds().floor())));
        boundsText.setText(
                "A fully collapsed decoder, which makes the same image of every code, cannot do better than %s. No decoder can"
                                .formatted(nats(report.bounds().collapsed()))
                        + " go below %s on these images: what is left is the entropy of their grey levels."
                                .formatted(nats(report.bounds().floor())));
        showSurgery();
        showLens(report);
    }

    private void showSurgery() {
        LossReport report = model.reportProperty().get();
        Surgery spent = model.surgeryProperty().get();
        if (report == null || spent == null) {
            surgery.show(List.of(), List.of());
            surgeryText.setText(
                    report == null
                            ? ""
                            : report.config().autoencoder()
                                    ? "A plain autoencoder has no prior and so no rate: nothing to take apart."
                                    : "Being measured…");
            return;
        }
        surgery.show(
                List.of(new Row(
                        "",
                        List.of(
                                new Part("mutual information", spent.mutualInformation(), 2),
                                new Part("marginal KL", spent.marginalKl(), 4)))),
                List.of(new Limit("log N", spent.logN())));
        surgeryText.setText(
                "Of a rate of %s, %s tell which image it is (mutual information); %s are the price of codes that,"
                                .formatted(
                                        nats(spent.rate()), nats(spent.mutualInformation()), nats(spent.marginalKl()))
                        + " all together, do not look like the prior (marginal KL)."
                        + (spent.nearCap()
                                ? " Careful: the mutual information is near its cap log N = %s. With more images it could come"
                                                .formatted(Numbers.fixed(spent.logN(), 2))
                                        + " out larger; this many cannot tell."
                                : " N images cannot show more information than log N = %s."
                                        .formatted(Numbers.fixed(spent.logN(), 2))));
    }

    private void showLens(LossReport report) {
        int pixels = report.config().shape().size();
        int latent = report.config().latentSize();
        lens.addRow(
                0, head("the code averages by"), head("the loss it would print"), head("its β"), head("in PyTorch"));
        int row = 1;
        for (LossConvention convention : LossConvention.values()) {
            Label name = new Label(convention.title());
            Label code = new Label(convention.code());
            code.getStyleClass().add("code");
            code.setMinWidth(0);
            double printed = report.config().autoencoder()
                    ? convention.loss(report.distortion(), 0, 1, pixels, latent)
                    : convention.loss(report.distortion(), report.rate(), 1, pixels, latent);
            lens.addRow(
                    row++,
                    elboroom.app.widget.Hints.explain(name, convention.title(), convention.explanation()),
                    number(Numbers.fixed(printed, 3)),
                    number(Numbers.fixed(convention.beta(1, pixels, latent), 0)),
                    code);
        }
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("lens-number");
        return label;
    }

    private static String nats(double value) {
        return Numbers.fixed(value, 1) + " nats";
    }

    private String text(String which) {
        @Nullable LossReport r = model.reportProperty().get();
        if (r == null) {
            return "not measured yet";
        }
        String d = Numbers.fixed(r.distortion(), 2);
        String kl = Numbers.fixed(r.rate(), 2);
        return switch (which) {
            case "distortion" ->
                "distortion = −E[log p(x|z)], z drawn from q(z|x)\nsummed over %d pixels, averaged over %s images\n= %s nats"
                        .formatted(
                                r.config().shape().size(),
                                Numbers.fixed(r.evaluation().count(), 0),
                                d);
            case "rate" ->
                r.config().autoencoder()
                        ? "A plain autoencoder has no prior, so no rate."
                        : "rate = Σⱼ ½ (meanⱼ² + σⱼ² − log σⱼ² − 1)\nover %d dimensions: %s\n= %s nats"
                                .formatted(r.config().latentSize(), sum(r.ratePerDimension()), kl);
            case "elbo" ->
                "ELBO = −distortion − rate\n= −%s − %s\n= %s nats".formatted(d, kl, Numbers.fixed(r.elbo(), 2));
            default ->
                "β-objective = distortion + β · rate\n= %s + %s · %s\n= %s nats"
                        .formatted(d, Numbers.fixed(r.config().beta(), 2), kl, Numbers.fixed(r.objective(), 2));
        };
    }

    private static String sum(double[] values) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(values.length, 12); i++) {
            words.add(Numbers.fixed(values[i], 2));
        }
        return String.join(" + ", words) + (values.length > 12 ? " + …" : "");
    }
}
