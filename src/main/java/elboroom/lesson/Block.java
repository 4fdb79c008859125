package elboroom.lesson;

/**
 * A paragraph of a lesson.
 *
 * @param kind of paragraph
 * @param text with its marks for bold and italic and its places for numbers
 */
public record Block(Kind kind, String text) {
    /** What a paragraph looks like. */
    public enum Kind {
        TEXT,
        /** Set apart, line by line as it was written. */
        FORMULA,
        /** One of a list. */
        ITEM
    }
}
