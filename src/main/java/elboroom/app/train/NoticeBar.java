package elboroom.app.train;

import elboroom.app.widget.IconButtons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What has to be known of the runs now, such as that one diverged, with what can be done about it. */
final class NoticeBar extends HBox {
    private final TrainModel model;

    NoticeBar(TrainModel model) {
        this.model = model;
        getStyleClass().addAll("message-bar", "notice-bar");
        setId("notice");
        setAlignment(Pos.CENTER_LEFT);
        model.noticeProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        Notice notice = model.noticeProperty().get();
        setVisible(notice != null);
        setManaged(notice != null);
        if (notice == null) {
            getChildren().clear();
            return;
        }
        Label text = new Label(notice.text());
        text.setId("notice-text");
        text.setWrapText(true);
        // Where there is little room the curves give way, not what is said.
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button act = new Button(notice.remedy());
        act.setId("notice-act");
        act.setMinWidth(USE_PREF_SIZE);
        act.setVisible(!notice.remedy().isEmpty());
        act.setManaged(act.isVisible());
        act.setOnAction(event -> {
            model.dismissNotice();
            notice.action().run();
        });
        getChildren()
                .setAll(List.of(
                        new FontIcon(Feather.ALERT_CIRCLE),
                        text,
                        act,
                        IconButtons.button(Feather.X, "dismiss", "Closes this message", model::dismissNotice)));
    }
}
