package elboroom.app.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Text;

/** Measures text as the window draws it, and remembers. For the thread of the window. */
final class TextRuler implements Look.TextWidths {
    /** Numbers that change for hours must not fill the memory. */
    private static final int MOST = 2000;

    private final Text text = new Text();
    private final String family;
    private final Map<Key, Double> known = new HashMap<>();

    private record Key(String text, double size, boolean bold) {}

    TextRuler(String family) {
        this.family = family;
    }

    @Override
    public double of(String words, double size, boolean bold) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(words, size, bold), key -> {
            text.setFont(CanvasPen.font(family, size, bold));
            text.setText(words);
            return text.getLayoutBounds().getWidth();
        });
    }
}
