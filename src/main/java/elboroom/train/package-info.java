/** The objective (two losses), the trainer, run history and checkpoints. */
@NullMarked
package elboroom.train;

import org.jspecify.annotations.NullMarked;
