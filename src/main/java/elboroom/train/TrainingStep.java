package elboroom.train;

import elboroom.model.dl4j.BatchLosses;

/** Takes one step of training at a time, on a network whose parameters and moments it holds. */
interface TrainingStep extends AutoCloseable {
    /**
     * Measures both losses on one minibatch and, if the objective is finite, moves the parameters against its gradient.
     *
     * @param step number of the step, from 0
     */
    BatchLosses take(MinibatchSource minibatches, long step, double learningRate);

    /** Copies parameters and moments to the arrays of {@code state}. */
    void read(FlatState state);

    /** Replaces parameters and moments by those of {@code state}. */
    void write(FlatState state);

    @Override
    void close();
}
