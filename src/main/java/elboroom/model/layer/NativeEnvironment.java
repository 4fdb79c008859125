package elboroom.model.layer;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/**
 * Environment variables of this process as native libraries see them, which Java cannot set. C's {@code putenv} takes one
 * pointer, and so does what frees a JavaCPP pointer: a pointer to the text, to be freed by putenv, calls it.
 */
final class NativeEnvironment {
    /** Texts that the environment refers to from now on, never to be freed. */
    private static final List<BytePointer> TEXTS = new ArrayList<>();

    private NativeEnvironment() {}

    /**
     * Sets a variable for libraries that are loaded from now on.
     *
     * @throws UnsatisfiedLinkError if that cannot be done here and the variable has another value
     */
    static synchronized void put(String name, String value) {
        if (value.equals(System.getenv(name))) {
            return;
        }
        boolean windows = Loader.getPlatform().startsWith("windows");
        Pointer putenv = Loader.addressof(windows ? "_putenv" : "putenv");
        if (putenv == null) {
            throw new UnsatisfiedLinkError("no putenv in this process");
        }
        BytePointer text = new BytePointer(name + "=" + value, StandardCharsets.US_ASCII);
        TEXTS.add(text);
        try (Pointer call = new BytePointer((Pointer) null)) {
            Method init = Pointer.class.getDeclaredMethod("init", long.class, long.class, long.class, long.class);
            init.setAccessible(true);
            init.invoke(call, text.address(), 1L, text.address(), putenv.address());
        } catch (ReflectiveOperationException e) {
            throw (LinkageError) new UnsatisfiedLinkError("JavaCPP is another than it was: " + e).initCause(e);
        }
    }
}
