/** Layers on plain heap arrays, forward and backward: what the hot step of training is made of. */
@NullMarked
package elboroom.train.layer;

import org.jspecify.annotations.NullMarked;
