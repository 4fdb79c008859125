package elboroom.train;

/**
 * How often a session does what is not training.
 *
 * @param secondsBetweenCheckpoints what a crash loses at most; more where writing one takes long
 * @param share of the time that looking at the network may take, in seconds of one core: training uses two, and each second
 *     that one of them is taken away costs up to a second
 * @param credit seconds of one core that it may take at once, for the beginning, when most happens
 * @param secondsBetweenCalls of the listener while it runs
 */
record Pace(double secondsBetweenCheckpoints, double share, double credit, double secondsBetweenCalls) {
    static final Pace USUAL = new Pace(3, 0.05, 0.1, 0.05);

    /** So that writing takes a twentieth of the time at most. */
    private static final double LEAST_RATIO = 20;

    boolean isCheckpointDue(double secondsSince, double secondsForOne) {
        return secondsSince > Math.max(secondsBetweenCheckpoints, LEAST_RATIO * secondsForOne);
    }

    /**
     * Whether there is time to look at the network.
     *
     * @param spent seconds of one core so far
     * @param next seconds that the next look will take
     * @param running seconds of training so far
     */
    boolean isTime(double spent, double next, double running) {
        return spent + next < credit + share * running;
    }
}
