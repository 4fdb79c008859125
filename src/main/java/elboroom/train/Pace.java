package elboroom.train;

/**
 * How often a session does what is not training.
 *
 * @param secondsBetweenCheckpoints what a crash loses at most; more where writing one takes long
 * @param evaluationShare share of the time that the recorder may work, in seconds of one core: training uses two
 * @param secondsBetweenCalls of the listener while it runs
 */
record Pace(double secondsBetweenCheckpoints, double evaluationShare, double secondsBetweenCalls) {
    static final Pace USUAL = new Pace(3, 0.06, 0.05);

    /** So that writing takes a twentieth of the time at most. */
    private static final double LEAST_RATIO = 20;

    boolean isCheckpointDue(double secondsSince, double secondsForOne) {
        return secondsSince > Math.max(secondsBetweenCheckpoints, LEAST_RATIO * secondsForOne);
    }
}
