package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The program as a user meets it: arguments in, exit code and two texts out. */
final class Program {
    private Program() {}

    /** What a run left behind. */
    record Result(int code, String out, String err) {
        Result succeeded() {
            assertThat(code).as(err).isZero();
            return this;
        }

        /** One line on standard error, nothing on standard output, exit code 2. */
        void failedWith(String... parts) {
            assertThat(code).as(out + err).isEqualTo(2);
            assertThat(out).isEmpty();
            assertThat(err.lines()).as(err).hasSize(1);
            assertThat(err).startsWith("elbo-room: ").contains(parts).doesNotContain("unexpected");
        }
    }

    static Result run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Main.run(words, new PrintWriter(out), new PrintWriter(err));
        return new Result(code, out.toString(), err.toString());
    }
}
