package io.signalbox.cli.up;

import io.signalbox.cli.text.Spoken;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.access.Doorkeeper;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
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
            defaultValue = "http://127.0.0.1:8080",
            showDefaultValue = Visibility.ALWAYS,
            description = "Where browsers reach the server.")
    private String url = "";

    @Override
    public Integer call() {
        try (Data data = Data.join(home.existing(), database.address())) {
            String link = new Doorkeeper(data.access(), InstantSource.system()).link(actor.actor(Role.RELEASE_MANAGER));
            out().println(url.replaceAll("/$", "") + "/open?link=" + link);
        }
        return 0;
    }
}
