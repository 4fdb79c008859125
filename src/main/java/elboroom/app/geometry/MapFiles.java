package elboroom.app.geometry;

import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.Copying;
import elboroom.app.map.Heat;
import elboroom.app.widget.Hints;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saves what a heat map shows. */
final class MapFiles {
    private MapFiles() {}

    static MenuButton button(PlaneMap plane, String name, ChartFiles files) {
        MenuItem picture = new MenuItem("Save picture (PNG)…");
        picture.setId(name + "-png");
        MenuItem copy = new MenuItem("Copy picture (Ctrl+C)");
        copy.setId(name + "-copy");
        MenuItem numbers = new MenuItem("Save numbers (CSV)…");
        numbers.setId(name + "-csv");
        MenuButton button = new MenuButton("", new FontIcon(Feather.DOWNLOAD), copy, picture, numbers);
        button.setId(name + "-save");
        button.getStyleClass().addAll("button-icon", "flat", "small");
        picture.setOnAction(event -> {
            Heat heat = plane.map().heatProperty().get();
            if (heat != null) {
                String x = plane.map().getXLabel();
                String y = plane.map().getYLabel();
                files.savePicture(button.getScene().getWindow(), name + ".png", () -> heat.picture(x, y));
            }
        });
        Runnable copying = () -> {
            Heat heat = plane.map().heatProperty().get();
            if (heat != null) {
                String x = plane.map().getXLabel();
                String y = plane.map().getYLabel();
                files.copyPicture(name.replace('-', ' '), () -> heat.picture(x, y));
            }
        };
        copy.setOnAction(event -> copying.run());
        Copying.offer(plane.map(), copying);
        numbers.setOnAction(event -> {
            Heat heat = plane.map().heatProperty().get();
            if (heat != null) {
                files.saveText(button.getScene().getWindow(), name + ".csv", () -> heat.csv("x", "y"));
            }
        });
        return Hints.explain(button, "save the map", "Copies the map, or saves it as a picture or its numbers");
    }
}
