/** What is the window's and not a model's: its looks, threads, folders, and what is remembered and kept. */
@NullMarked
package elboroom.app.settings;

import org.jspecify.annotations.NullMarked;
