/** Lessons as text files: what they say, what they ask, what they set and what they read; without a window. */
@NullMarked
package elboroom.lesson;

import org.jspecify.annotations.NullMarked;
