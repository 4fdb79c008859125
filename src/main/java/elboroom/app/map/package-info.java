/** The latent map: a scatter of posterior means with its layers, gestures and legend. */
@NullMarked
package elboroom.app.map;

import org.jspecify.annotations.NullMarked;
