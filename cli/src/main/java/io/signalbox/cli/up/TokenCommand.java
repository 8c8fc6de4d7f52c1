package io.signalbox.cli.up;

import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.text.Spoken;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.access.Doorkeeper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox token}: makes tokens for programs and people, lists them, and takes them back. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes access tokens, lists them, and takes them back.",
        subcommands = {TokenCommand.Create.class, TokenCommand.Listing.class, TokenCommand.Revoke.class},
        synopsisSubcommandLabel = "COMMAND")
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

    /** Prints a line for each token; secrets are kept nowhere, so none can be shown. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Prints every token that is in use: its id, role, when it was made and ends (UTC), and whose it is.")
    static final class Listing extends Spoken {
        private static final String LINE = "%-12s  %-15s  %-16s  %-16s  %s%n";

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Override
        public Integer call() {
            try (Data data = Data.join(home.existing(), database.address())) {
                List<Doorkeeper.Token> tokens = new Doorkeeper(data.access(), InstantSource.system()).tokens();
                if (tokens.isEmpty()) {
                    err().println("No token is in use.");
                    return 0;
                }
                out().printf(LINE, "ID", "ROLE", "MADE", "EXPIRES", "WHO");
                tokens.forEach(t -> out().printf(
                                LINE,
                                t.id(),
                                ActorOptions.written(t.actor().role()),
                                minute(t.made()),
                                minute(t.expires()),
                                who(t.actor())));
            }
            return 0;
        }

        private static String minute(Instant instant) {
            return instant.truncatedTo(ChronoUnit.MINUTES)
                    .toString()
                    .replace("T", " ")
                    .replace(":00Z", "");
        }
    }

    /** Takes a token back; the running server knows it no more from its next request on. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Takes a token back: whoever sends it is a stranger from then on.")
    static final class Revoke extends Spoken {
        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Parameters(paramLabel = "ID", description = "As signalbox token list shows it.")
        private String id = "";

        @Override
        public Integer call() {
            try (Data data = Data.join(home.existing(), database.address())) {
                Doorkeeper.Token token = new Doorkeeper(data.access(), InstantSource.system())
                        .revoke(id)
                        .orElseThrow(() -> new Trouble(
                                "no token with the id \"%s\" is in use: signalbox token list shows those that are."
                                        .formatted(id)));
                out().println("Token %s of %s is revoked.".formatted(token.id(), who(token.actor())));
            }
            return 0;
        }
    }

    private static String who(Actor actor) {
        return actor.name() + actor.team().map(team -> " (" + team + ")").orElse("");
    }
}
