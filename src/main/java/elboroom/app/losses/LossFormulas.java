package elboroom.app.losses;

import elboroom.app.widget.Formula;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The two losses and what they add up to, each with its formula. */
final class LossFormulas extends HBox {
    private final LossesModel model;
    private final Formula distortion = new Formula(
            "distortion",
            "Distortion",
            "nats per image",
            1,
            "How badly the decoder predicts an image from its code: the reconstruction loss.",
            () -> text("distortion"));
    private final Formula rate = new Formula(
            "rate",
            "Rate (KL)",
            "nats per image",
            1,
            "What the codes cost: how far each posterior is from the prior. The regularisation loss.",
            () -> text("rate"));
    private final Formula elbo = new Formula(
            "elbo",
            "ELBO",
            "nats per image",
            1,
            "−distortion − rate, a lower bound of log p(x). Higher is better.",
            () -> text("elbo"));
    private final Formula objective = new Formula(
            "objective",
            "β-objective",
            "nats per image",
            1,
            "What training made smaller: distortion + β · rate. Not the ELBO unless β = 1.",
            () -> text("objective"));

    LossFormulas(LossesModel model) {
        this.model = model;
        getStyleClass().add("formulas");
        for (Formula formula : List.of(distortion, rate, elbo, objective)) {
            formula.setPrefWidth(200);
            HBox.setHgrow(formula, Priority.ALWAYS);
            getChildren().add(formula);
        }
        model.reportProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        boolean other = report != null
                && !report.config().autoencoder()
                && report.config().beta() != 1;
        objective.setVisible(other);
        objective.setManaged(other);
        if (report == null) {
            List.of(distortion, rate, elbo, objective).forEach(Formula::setUnknown);
            return;
        }
        distortion.setValue(report.distortion());
        rate.setValue(report.rate());
        elbo.setValue(report.elbo());
        objective.setValue(report.objective());
    }

    private String text(String which) {
        LossReport r = model.reportProperty().get();
        if (r == null) {
            return "not measured yet";
        }
        String d = Numbers.fixed(r.distortion(), 2);
        String kl = Numbers.fixed(r.rate(), 2);
        return switch (which) {
            case "distortion" ->
                (r.config().autoencoder()
                                ? "distortion = −log p(x|z), z the code of x"
                                : "distortion = −E[log p(x|z)], z drawn from q(z|x)")
                        + "\nsummed over %d pixels, averaged over %s images\n= %s nats"
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
                r.config().autoencoder()
                        ? "A plain autoencoder has no rate, so no ELBO.\nIts negative distortion is %s nats."
                                .formatted(Numbers.fixed(-r.distortion(), 2))
                        : "ELBO = −distortion − rate\n= −%s − %s\n= %s nats"
                                .formatted(d, kl, Numbers.fixed(r.elbo(), 2));
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
