package io.signalbox.cli.up;

import io.signalbox.cli.text.Spoken;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.access.Doorkeeper;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox token create}: a token for a program or a person, for 90 days. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes access tokens.",
        subcommands = TokenCommand.Create.class,
        synopsisSubcommandLabel = "create")
public final class TokenCommand extends Spoken {

    @Override
    public Integer call() {
        return usage();
    }

    /** Prints the token on a line of its own; it is shown this once. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Prints a token for the Authorization header; it lasts 90 days and is shown this once.")
    static final class Create extends Spoken {
        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Mixin
        private ActorOptions actor = new ActorOptions();

        @Override
        public Integer call() {
            Actor who = actor.actor(Role.VIEWER);
            try (Data data = Data.join(home.existing(), database.address())) {
                String token = new Doorkeeper(data.access(), InstantSource.system()).token(who);
                out().println(token);
            }
            return 0;
        }
    }
}
