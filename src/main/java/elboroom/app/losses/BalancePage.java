package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.StackedBars;
import elboroom.app.chart.StackedBars.Limit;
import elboroom.app.chart.StackedBars.Part;
import elboroom.app.chart.StackedBars.Row;
import elboroom.app.widget.Numbers;
import elboroom.measure.Surgery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The two losses with what bounds them, what the rate is spent on, and what other code would call the same model. */
final class BalancePage extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** In em: below this height only what cannot be left out is shown. */
    private static final double ROOMY = 36;

    /** Dimensions beyond these are one part of the bar. */
    private static final int MOST_DIMENSIONS = 12;

    private final LossesModel model;
    private final Section balance;
    private final Section rate;

    BalancePage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("losses-page");
        balance = new Section(
                "The two losses",
                "balance",
                new StackedBars("The two losses", new Axis("nats per image", "", 1)),
                shell,
                files);
        rate = new Section(
                "What the rate is spent on: ELBO surgery",
                "surgery",
                new StackedBars("What the rate is spent on", new Axis("nats per image", "", 2)),
                shell,
                files);
        HBox charts = new HBox(balance, rate) {
            @Override
            protected double computeMaxHeight(double width) {
                return Math.max(balance.maxHeight(-1), rate.maxHeight(-1));
            }
        };
        charts.getStyleClass().add("halves");
        HBox.setHgrow(balance, Priority.ALWAYS);
        HBox.setHgrow(rate, Priority.ALWAYS);
        VBox.setVgrow(charts, Priority.ALWAYS);
        LensPane lens = new LensPane(model);
        VBox.setVgrow(lens, Priority.ALWAYS);
        LossFormulas formulas = new LossFormulas(model);
        formulas.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(formulas, charts, lens);
        Label font = new Label();
        font.setManaged(false);
        font.setVisible(false);
        getChildren().add(font);
        heightProperty()
                .addListener(observable -> pseudoClassStateChanged(
                        COMPACT, getHeight() < ROOMY * font.getFont().getSize()));
        model.reportProperty().addListener(observable -> show());
        model.surgeryProperty().addListener(observable -> showRate());
        show();
    }

    private void show() {
        showBalance();
        showRate();
    }

    private void showBalance() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            balance.bars().show(List.of(), List.of());
            balance.say("");
            return;
        }
        List<Row> rows = new ArrayList<>();
        Part distortion = new Part("distortion", report.distortion(), 0);
        double beta = report.config().beta();
        if (report.config().autoencoder()) {
            rows.add(new Row("", List.of(distortion)));
        } else if (beta == 1) {
            rows.add(new Row("", List.of(distortion, new Part("rate", report.rate(), 1))));
        } else {
            rows.add(new Row("−ELBO", List.of(distortion, new Part("rate", report.rate(), 1))));
            String weighed = "%s · rate".formatted(Numbers.fixed(beta, beta == Math.rint(beta) ? 0 : 2));
            rows.add(new Row("β-objective", List.of(distortion, new Part(weighed, beta * report.rate(), 5))));
        }
        balance.bars()
                .show(
                        rows,
                        List.of(
                                new Limit("collapsed", report.bounds().collapsed()),
                                new Limit("grey-level floor", report.bounds().floor())));
        balance.say(
                "A fully collapsed decoder, which makes the same image of every code, cannot do better than %s. No decoder can"
                                .formatted(Section.nats(report.bounds().collapsed()))
                        + " go below %s on these images: what is left is the entropy of their grey levels."
                                .formatted(Section.nats(report.bounds().floor())));
    }

    private void showRate() {
        LossReport report = model.reportProperty().get();
        Surgery surgery = model.surgeryProperty().get();
        if (report == null || report.config().autoencoder()) {
            rate.sayOnly(
                    report == null ? "" : "A plain autoencoder has no prior and so no rate: nothing to take apart.");
            return;
        }
        List<Part> meaning = surgery == null
                ? List.of()
                : List.of(
                        new Part("mutual information", surgery.mutualInformation(), 2),
                        new Part("marginal KL", surgery.marginalKl(), 4));
        rate.bars()
                .show(
                        List.of(new Row("surgery", meaning), new Row("dimensions", dimensions(report))),
                        surgery == null ? List.of() : List.of(new Limit("log N", surgery.logN())));
        rate.say(words(report.rate(), surgery));
    }

    /** KL of each dimension, the greatest first. */
    private static List<Part> dimensions(LossReport report) {
        double[] kl = report.ratePerDimension();
        int[] order = IntStream.range(0, kl.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -kl[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Part> parts = new ArrayList<>();
        double rest = 0;
        for (int i = 0; i < order.length; i++) {
            if (i < MOST_DIMENSIONS || order.length == MOST_DIMENSIONS + 1) {
                parts.add(new Part(Numbers.latentName(order[i]), kl[order[i]], order[i]));
            } else {
                rest += kl[order[i]];
            }
        }
        if (rest > 0) {
            parts.add(new Part("others", rest, 7));
        }
        return parts;
    }

    /** The sentence stands before its numbers do, so that nothing moves when they come. */
    private static String words(double rate, @Nullable Surgery spent) {
        return "Of a rate of %s, %s tell which image it is (mutual information); %s are the price of codes that, all together,"
                        .formatted(
                                Section.nats(rate),
                                spent == null ? "… nats" : Section.nats(spent.mutualInformation()),
                                spent == null ? "… nats" : Section.nats(spent.marginalKl()))
                + " do not look like the prior (marginal KL)."
                + (spent != null && spent.nearCap()
                        ? " Careful: the mutual information is near its cap log N = %s. With more images it could come out"
                                        .formatted(Numbers.fixed(spent.logN(), 2))
                                + " larger; this many cannot tell."
                        : " N images cannot show more information than log N = %s."
                                .formatted(spent == null ? "…" : Numbers.fixed(spent.logN(), 2)));
    }
}
