package elboroom.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import elboroom.data.InputException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives a reader damaged files, one after the other. Each must be read or refused by one line that says something, within a
 * bound of time and of memory. The number of files is that of the system property {@code fuzz.inputs}, or a small share.
 */
public final class Fuzz {
    /** For each reader in the usual run of all tests. */
    private static final int USUAL = 300;

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", USUAL);
    /** Of processor time for one small file: no file of a few kilobytes may keep a reader busy. */
    private static final long NANOS = 5_000_000_000L;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Fuzz() {}

    /** Reads a file that may be damaged. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] bytes) throws Exception;
    }

    /**
     * Damages and reads.
     *
     * @param seeds whole files
     * @param most bytes of the heap that reading one may take in all
     */
    public static void run(long seed, List<byte[]> seeds, long most, Reader reader) throws Exception {
        for (byte[] whole : seeds) {
            reader.read(whole);
        }
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            byte[] damaged = Mutations.mutate(seeds.get(i % seeds.size()), random);
            long bytes = THREAD.getCurrentThreadAllocatedBytes();
            long time = THREAD.getCurrentThreadCpuTime();
            try {
                reader.read(damaged);
            } catch (InputException e) {
                refused++;
                assertThat(e.getMessage())
                        .as("input %d of seed %d", i, seed)
                        .isNotBlank()
                        .satisfies(line -> assertThat(line.lines()).hasSize(1));
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("input %d of seed %d".formatted(i, seed), e);
            }
            assertThat(THREAD.getCurrentThreadCpuTime() - time)
                    .as("time for input %d of seed %d", i, seed)
                    .isLessThan(NANOS);
            assertThat(THREAD.getCurrentThreadAllocatedBytes() - bytes)
                    .as("memory for input %d of seed %d", i, seed)
                    .isLessThan(most);
        }
        assertThat(refused).as("damage that was noticed").isGreaterThan(INPUTS / 20);
    }
}
