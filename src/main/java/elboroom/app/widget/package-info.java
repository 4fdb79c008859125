/** Small controls that know nothing of models: crisp pictures, sliders with a number, bars, numbers with a unit. */
@NullMarked
package elboroom.app.widget;

import org.jspecify.annotations.NullMarked;
