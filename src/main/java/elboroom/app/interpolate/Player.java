package elboroom.app.interpolate;

import javafx.animation.AnimationTimer;

/** Walks along the way and back for as long as it runs. */
final class Player extends AnimationTimer {
    private static final double SECONDS_ONE_WAY = 3;

    private final InterpolateModel model;
    private double start;
    private boolean running;

    Player(InterpolateModel model) {
        this.model = model;
    }

    boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        start = Double.NaN;
        running = true;
        super.start();
    }

    @Override
    public void stop() {
        running = false;
        super.stop();
    }

    @Override
    public void handle(long now) {
        double seconds = now * 1e-9;
        if (Double.isNaN(start)) {
            start = seconds - model.positionProperty().get() * SECONDS_ONE_WAY;
        }
        double ways = (seconds - start) / SECONDS_ONE_WAY;
        double share = ways % 2;
        // A round trip ends where it starts: no need to go back.
        model.walkTo(model.tripProperty().get().closed() ? ways % 1 : share <= 1 ? share : 2 - share);
    }
}
