/** The Interpolate tab: ways from input to input through latent space, and what the decoder shows along them. */
@NullMarked
package elboroom.app.interpolate;

import org.jspecify.annotations.NullMarked;
