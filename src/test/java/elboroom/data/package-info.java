@NullMarked
package elboroom.data;

import org.jspecify.annotations.NullMarked;
