/** Datasets: readers, the catalogue, seeded generators. Plain Java. */
@NullMarked
package elboroom.data;

import org.jspecify.annotations.NullMarked;
