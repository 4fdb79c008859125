/** The command line: the same jobs as the window, without one. */
@NullMarked
package elboroom.cli;

import org.jspecify.annotations.NullMarked;
