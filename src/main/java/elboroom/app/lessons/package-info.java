/** The Lessons tab, and the panel beside any tab while a lesson is under way. */
@NullMarked
package elboroom.app.lessons;

import org.jspecify.annotations.NullMarked;
