/** The Trick tab: how the reparameterisation trick lets the gradient through, and what it is worth. */
@NullMarked
package elboroom.app.trick;

import org.jspecify.annotations.NullMarked;
