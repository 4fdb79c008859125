/** The threads behind the window: work queues where the latest request wins, and the engine thread that owns the network. */
@NullMarked
package elboroom.app.concurrent;

import org.jspecify.annotations.NullMarked;
