/**
 * The network of a configuration as layers in memory outside the heap: what training is made of, and, forward only, every model
 * that is opened.
 */
@NullMarked
package elboroom.model.layer;

import org.jspecify.annotations.NullMarked;
