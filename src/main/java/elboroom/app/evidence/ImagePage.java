package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.widget.Formula;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Later;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One image: its evidence, its ELBO and the gap as numbers; its true posterior; what the gap is made of; the ladder. */
final class ImagePage extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** Height below which sentences that only explain are left out; of letters for a projector, as much more. */
    private static final double ROOMY = 620;

    private static final double PROJECTED = 1.5;

    private final EvidenceModel model;
    private final ImageTile tile = new ImageTile("", "tile-compact").withDetail();
    private final Formula evidence;
    private final Formula elbo;
    private final Formula gap;
    private final Formula direct;
    private final Later<PosteriorPane> maps;

    ImagePage(EvidenceModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        EvidenceTexts texts = new EvidenceTexts(model);
        getStyleClass().add("evidence-page");
        tile.setId("evidence-image");
        evidence = new Formula(
                "evidence",
                "Evidence log p(x)",
                "nats",
                2,
                "How probable the model finds this image, over all codes.",
                texts::evidence);
        elbo = new Formula("evidence-elbo", "ELBO", "nats", 2, "What training sees of it: a lower bound.", texts::elbo);
        gap = new Formula("gap", "Gap", "nats", 2, "log p(x) − ELBO: what the bound misses.", texts::gap);
        direct = new Formula(
                "direct",
                "KL(q(z|x) ‖ p(z|x))",
                "nats",
                2,
                "The same gap by another way: how far q is from the true posterior.",
                texts::direct);
        HBox numbers = new HBox(tile);
        numbers.getStyleClass().add("evidence-numbers");
        numbers.setAlignment(Pos.TOP_LEFT);
        for (Formula formula : new Formula[] {evidence, elbo, gap, direct}) {
            formula.setPrefWidth(200);
            formula.setMinWidth(0);
            HBox.setHgrow(formula, Priority.ALWAYS);
        }
        maps = new Later<>(() -> posterior(shell, drawing));
        HBox body = new HBox();
        body.getStyleClass().add("evidence-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(numbers);
        InTurn.fill(
                this,
                () -> numbers.getChildren().add(evidence),
                () -> numbers.getChildren().add(elbo),
                () -> numbers.getChildren().add(gap),
                () -> numbers.getChildren().add(direct),
                () -> getChildren().add(body),
                () -> getChildren().add(new GapPane(model, texts, shell, files)),
                () -> body.getChildren().add(ladder(shell, files)),
                () -> body.getChildren().add(0, maps()),
                () -> maps().addPlane(),
                () -> maps().addClose());
        heightProperty().addListener(observable -> compact(shell));
        shell.projectorProperty().addListener(observable -> compact(shell));
        model.lookProperty().addListener(observable -> show());
        show();
    }

    private PosteriorPane posterior(ShellModel shell, Executor drawing) {
        PosteriorPane made = new PosteriorPane(model, shell, drawing);
        made.setPrefWidth(600);
        HBox.setHgrow(made, Priority.ALWAYS);
        return made;
    }

    private LadderPane ladder(ShellModel shell, ChartFiles files) {
        LadderPane made = new LadderPane(model, shell, files);
        made.setPrefWidth(300);
        HBox.setHgrow(made, Priority.ALWAYS);
        return made;
    }

    private void compact(ShellModel shell) {
        boolean projected = shell.projectorProperty().get();
        pseudoClassStateChanged(COMPACT, getHeight() < ROOMY * (projected ? PROJECTED : 1));
    }

    PosteriorPane maps() {
        return maps.get();
    }

    private void show() {
        ImageEvidence known = model.lookProperty().get();
        if (known == null) {
            tile.show(null, ImageShape.MNIST);
            tile.setDetail("");
            for (Formula formula : new Formula[] {evidence, elbo, gap, direct}) {
                formula.setUnknown();
            }
            return;
        }
        tile.show(known.pixels(), known.shape());
        tile.setDetail(known.name());
        tile.setAccessibleText("the image, " + known.name());
        elbo.setValue(known.elbo());
        if (known.isExact()) {
            evidence.setValue(known.logEvidence());
            gap.setValue(known.gap());
        } else {
            evidence.setAtLeast(
                    known.logEvidence(),
                    known.standardError(),
                    "A lower bound, IWAE with %s draws, ± one standard error: the truth is above it."
                            .formatted(Numbers.fixed(ImageEvidence.DRAWS, 0)));
            gap.setAtLeast(
                    known.gap(), known.standardError(), "The bound less the ELBO: what training misses, or more.");
        }
        direct.setValue(known.gapDirect());
    }
}
