package elboroom.train;

/** Has a session take a number of single steps and close. */
final class SingleSteps {
    private final Object lock = new Object();
    private int left;

    SingleSteps(int count) {
        left = count;
    }

    TrainingSession session(RunFolder run) {
        TrainingSession[] session = new TrainingSession[1];
        synchronized (lock) {
            session[0] = new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, status -> {
                if (status.state() == SessionStatus.State.PAUSED) {
                    synchronized (lock) {
                        if (left-- > 0) {
                            session[0].step();
                        } else {
                            session[0].closeAndSave();
                        }
                    }
                }
            });
        }
        return session[0];
    }
}
