package elboroom.cli;

import elboroom.train.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ELBO Room " + Versions.program()};
    }
}
