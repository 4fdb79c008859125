/** The Geometry tab: how continuous and how complete a latent space is, as maps and as scores. */
@NullMarked
package elboroom.app.geometry;

import org.jspecify.annotations.NullMarked;
