/** Charts that know nothing of models: drawn by one pen on the screen and into files, with what to see in them computed apart. */
@NullMarked
package elboroom.app.chart;

import org.jspecify.annotations.NullMarked;
