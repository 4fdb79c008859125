package elboroom.app.view;

import java.util.Objects;

/**
 * A model or a split of data that a view shows.
 *
 * @param kind which of the two
 * @param name by which the view calls it
 * @param title for people
 * @param form of its images and their number, or of its latent space: by title and form one's own is known again elsewhere
 * @param origin where the view had it from, a sentence; what to do where it is missing follows from that
 */
record Need(Kind kind, String name, String title, String form, Origin origin) {
    enum Kind {
        MODEL,
        DATA
    }

    /** Where something comes from. */
    enum Origin {
        /** With the program. */
        PROGRAM,
        /** From the user's own files. */
        OWN,
        /** From a moment of a run in training. */
        RUN
    }

    Need {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(origin, "origin");
    }
}
