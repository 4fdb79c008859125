/** The Explore tab: a point on the latent map, the picture decoded there, and one input seen through the model. */
@NullMarked
package elboroom.app.explore;

import org.jspecify.annotations.NullMarked;
