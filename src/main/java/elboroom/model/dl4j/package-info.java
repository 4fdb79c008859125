/** The model as a Deeplearning4j computation graph: the one place where its networks are defined. */
@NullMarked
package elboroom.model.dl4j;

import org.jspecify.annotations.NullMarked;
