/** The Losses tab: the two losses of any model on any data, what collapse does to them, and all models beside each other. */
@NullMarked
package elboroom.app.losses;

import org.jspecify.annotations.NullMarked;
