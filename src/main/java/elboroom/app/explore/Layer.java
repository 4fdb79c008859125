package elboroom.app.explore;

import java.util.EnumSet;
import java.util.Set;

/** What can be drawn on the latent map, each switched by itself. */
public enum Layer {
    POINTS("Points", "One dot per image, at the mean of its posterior q(z|x), in the colour of its class"),
    DENSITY("Density", "How many images are encoded where: the darker or brighter, the more"),
    MOSAIC("Mosaic", "What the decoder makes of a grid of points over the visible part of the map"),
    ELLIPSES("Ellipses", "The posterior of the selected input, to scale: one and two standard deviations σ"),
    PRIOR("Prior", "Circles at 1, 2 and 3 standard deviations of the prior N(0, I), from which new images are sampled");

    private final String title;
    private final String explanation;

    Layer(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** The same layers with this one on or off. */
    public Set<Layer> switched(Set<Layer> layers, boolean on) {
        EnumSet<Layer> switched = EnumSet.noneOf(Layer.class);
        switched.addAll(layers);
        if (on) {
            switched.add(this);
        } else {
            switched.remove(this);
        }
        return switched;
    }
}
