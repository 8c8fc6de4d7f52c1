package io.signalbox.cli.up;

import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.access.Doorkeeper;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code signalbox token create}: a token for a program or a person, for 90 days. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes access tokens.",
        subcommands = TokenCommand.Create.class,
        synopsisSubcommandLabel = "create")
public final class TokenCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return picocli.CommandLine.ExitCode.USAGE;
    }

    /** Prints the token on a line of its own; it is shown this once. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Prints a token for the Authorization header; it lasts 90 days and is shown this once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Mixin
        private ActorOptions actor = new ActorOptions();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Actor who = actor.actor(Role.VIEWER);
            try (Data data = Data.join(home.existing(), database.address())) {
                String token = new Doorkeeper(data.access(), InstantSource.system()).token(who);
                if (spec != null) {
                    spec.commandLine().getOut().println(token);
                }
            }
            return 0;
        }
    }
}
