/** The Compare tab: two models side by side under one pointer. */
@NullMarked
package elboroom.app.compare;

import org.jspecify.annotations.NullMarked;
