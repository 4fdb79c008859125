package elboroom.lesson;

/** The numbers of now. */
@FunctionalInterface
public interface NumbersNow {
    /**
     * A number.
     *
     * @param model that it is asked of; empty for the one that is shown
     * @return not a number while it is not known
     */
    double value(Quantity quantity, String model);
}
