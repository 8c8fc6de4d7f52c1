package io.signalbox.cli.up;

import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.text.Spoken;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.access.Doorkeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox link}: a way into the pages for one browser. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = "Prints a link that opens the pages in one browser, once, within half an hour.")
public final class LinkCommand extends Spoken {
    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private ActorOptions actor = new ActorOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where browsers reach the server, if that is not where it said itself when it started.")
    private Optional<String> url = Optional.empty();

    @Override
    public Integer call() {
        Home directory = home.existing();
        String server = url.orElseGet(() -> said(directory)).replaceAll("/$", "");
        try (Data data = Data.join(directory, database.address())) {
            String link = new Doorkeeper(data.access(), InstantSource.system()).link(actor.actor(Role.RELEASE_MANAGER));
            out().println(server + "/open?link=" + link);
        }
        return 0;
    }

    private static String said(Home directory) {
        try {
            return Files.readString(directory.address()).strip();
        } catch (IOException e) {
            throw new Trouble(
                    "no server has said yet where it is reached: start it, or name the address with --url.", e);
        }
    }
}
