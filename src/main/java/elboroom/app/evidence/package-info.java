/** The Evidence tab: the true posterior of an image, log p(x) above its ELBO, and what the gap between the two is made of. */
@NullMarked
package elboroom.app.evidence;

import org.jspecify.annotations.NullMarked;
