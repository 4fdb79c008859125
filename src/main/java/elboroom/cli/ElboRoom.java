package elboroom.cli;

import picocli.CommandLine.Command;

/** The command {@code elbo-room} and those below it. */
@Command(
        name = "elbo-room",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Explores and trains variational autoencoders.",
        subcommands = {TrainCommand.class})
final class ElboRoom {}
