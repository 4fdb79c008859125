package elboroom.lesson;

import java.util.List;

/**
 * A lesson as it was read.
 *
 * @param id name of its file, without the ending
 * @param title for people
 * @param order place in the list, the lowest first
 * @param minutes that it takes
 * @param summary a sentence
 * @param steps at least one
 */
public record Lesson(String id, String title, int order, int minutes, String summary, List<Step> steps) {
    public Lesson {
        steps = List.copyOf(steps);
    }
}
