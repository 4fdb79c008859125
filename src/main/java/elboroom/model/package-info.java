/** What a variational autoencoder is to the rest of the program: encode, decode, its configuration and its store. Plain Java types. */
@NullMarked
package elboroom.model;

import org.jspecify.annotations.NullMarked;
