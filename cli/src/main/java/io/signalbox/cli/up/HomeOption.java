package io.signalbox.cli.up;

import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Which directory. */
final class HomeOption {
    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = Home.DEFAULT,
            showDefaultValue = Visibility.ALWAYS,
            description = "Where the server keeps everything.")
    private Path directory = Path.of(Home.DEFAULT);

    /** The directory, made if need be. */
    Home made() {
        Home home = new Home(directory);
        home.make();
        return home;
    }

    /** The directory of a server that has been started before. */
    Home existing() {
        Home home = new Home(directory);
        if (!Files.exists(home.configuration())) {
            throw new Trouble("there is no signalbox.yaml in %s: name the server's directory with --directory."
                    .formatted(home.directory()));
        }
        return home;
    }
}
