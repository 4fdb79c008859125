/** The Train tab: setting up a run, watching its two losses and its latent space, and going back in its time. */
@NullMarked
package elboroom.app.train;

import org.jspecify.annotations.NullMarked;
