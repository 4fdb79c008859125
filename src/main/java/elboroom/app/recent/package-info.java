/** What was opened lately. */
@NullMarked
package elboroom.app.recent;

import org.jspecify.annotations.NullMarked;
