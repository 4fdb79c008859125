/** Paths, traversals, grids and projections of the latent space. */
@NullMarked
package elboroom.latent;

import org.jspecify.annotations.NullMarked;
