package elboroom.app.train;

import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.StepReport;
import elboroom.train.TrainingSession;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a session says as the window knows it. The session's thread is only listened to: the window takes over what is new
 * when it gets round to it, and no more often than is worth drawing. For the thread of the window.
 */
final class SessionWatch {
    /** Between two looks at a run while it trains: drawing what is new takes time of the cores that train. */
    private static final long NANOS_BETWEEN_LOOKS = 500_000_000;

    private final Executor ui;
    private final Supplier<@Nullable TrainingSession> session;
    private final BiConsumer<TrainingSession, SessionStatus> onLook;
    private final Consumer<SessionStatus> onEnd;
    private final ReadOnlyObjectWrapper<@Nullable SessionStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private final ReadOnlyObjectWrapper<@Nullable StepReport> step = new ReadOnlyObjectWrapper<>(this, "step");
    private final AtomicBoolean pending = new AtomicBoolean();
    private @Nullable StepReport seenStep;
    private long looked;
    /** Whether a command has been given whose effect has not been seen yet. */
    private boolean asked;

    /**
     * @param ui runs updates of the window
     * @param session the present one, ended or not; null if there is none
     * @param onLook takes over what the session has come to, before the status tells of it
     * @param onEnd told, after that, how a session has ended
     */
    SessionWatch(
            Executor ui,
            Supplier<@Nullable TrainingSession> session,
            BiConsumer<TrainingSession, SessionStatus> onLook,
            Consumer<SessionStatus> onEnd) {
        this.ui = ui;
        this.session = session;
        this.onLook = onLook;
        this.onEnd = onEnd;
    }

    /** Where the session stands; null if there is none. */
    ReadOnlyObjectProperty<@Nullable SessionStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The step that was taken last by itself and is still looked at; null if there is none. */
    ReadOnlyObjectProperty<@Nullable StepReport> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether nothing is under way that ends by itself. */
    boolean isSettled() {
        SessionStatus now = status.get();
        boolean busy = now != null && !now.state().ended() && now.state() != State.PAUSED;
        return !busy && !asked && !pending.get();
    }

    /** Forgets what the session before has said. */
    void forget() {
        seenStep = null;
        step.set(null);
        status.set(null);
    }

    /** No longer looks closely at the last step. */
    void closeStep() {
        step.set(null);
    }

    /** A command is given whose effect will be seen. */
    void expect() {
        asked = true;
    }

    /** What was asked for has been taken back. */
    void expectNothing() {
        asked = false;
    }

    /** There is something new; called on the session's thread. */
    void changed() {
        if (pending.compareAndSet(false, true)) {
            ui.execute(() -> {
                pending.set(false);
                look();
            });
        }
    }

    /** Takes over what is new in the session. */
    void look() {
        TrainingSession now = session.get();
        if (now == null) {
            return;
        }
        SessionStatus before = status.get();
        SessionStatus is = now.status();
        boolean turned = before == null || before.state() != is.state();
        StepReport report = now.lastStep();
        if (report != null && report != seenStep) {
            seenStep = report;
            asked = false;
            step.set(report);
        }
        // It is paused once it is loaded, whatever has been asked for meanwhile.
        boolean loaded = is.state() == State.PAUSED && (before == null || before.state() == State.LOADING);
        asked &= !turned || loaded;
        long clock = System.nanoTime();
        if (!turned && is.state().isMoving() && clock - looked < NANOS_BETWEEN_LOOKS) {
            return;
        }
        looked = clock;
        onLook.accept(now, is);
        status.set(is);
        if (turned && is.state().ended()) {
            onEnd.accept(is);
        }
    }
}
