/** Opening one's own data: a look at what it is, how it is to be read, and the keeping of a copy. */
@NullMarked
package elboroom.app.data;

import org.jspecify.annotations.NullMarked;
