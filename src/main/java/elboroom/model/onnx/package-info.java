/**
 * Models made elsewhere, as a pair of ONNX graphs. What a graph takes and gives is read here, without ONNX Runtime, whose
 * native code is loaded when the first such model is opened and not before.
 */
@NullMarked
package elboroom.model.onnx;

import org.jspecify.annotations.NullMarked;
