package io.signalbox.cli.up;

import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.text.Spoken;
import io.signalbox.connectors.http.Reach;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.ClockKind;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox up}: the real thing, until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Runs Signalbox on a directory of its own. The Robot only observes until people arm it, move by move.")
public final class UpCommand extends Spoken {
    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--repository",
            paramLabel = "PATH",
            description = "For a directory without a signalbox.yaml: a git repository to begin with.")
    private @Nullable Path repository;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", showDefaultValue = Visibility.ALWAYS)
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = Host.LOOPBACK,
            showDefaultValue = Visibility.ALWAYS,
            description = "What to listen on. Anything but loopback belongs behind a proxy that speaks HTTPS.")
    private String address = Host.LOOPBACK;

    @Option(names = "--until-ready", description = "End as soon as it is ready: to try a configuration, or to warm up.")
    private boolean untilReady;

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        Home directory = home.made();
        begin(directory);
        Host host = Host.start(new Host.Plan(
                directory,
                database.address(),
                address,
                port,
                InstantSource.system(),
                ClockKind.SYSTEM,
                Reach.PRIVATE,
                Map.of()));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            host.close();
            ended.countDown();
        }));
        host.server().drive();
        String url = "http://%s:%d".formatted(address, host.server().port());
        directory.reachedAt(url);
        String more = directory.equals(new Home(Path.of(Home.DEFAULT)))
                ? "signalbox link"
                : "signalbox link --directory " + directory.directory();
        say(host, url, more, Duration.ofNanos(System.nanoTime() - began));
        if (!untilReady) {
            ended.await();
        }
        return 0;
    }

    private void begin(Home directory) {
        boolean configured = Files.exists(directory.configuration());
        if (!configured && repository == null) {
            throw new Trouble(("there is no signalbox.yaml in %s: name a git repository to begin with"
                            + " (signalbox up --repository PATH), or write one (docs/configuration.md shows how).")
                    .formatted(directory.directory()));
        }
        if (configured && repository != null && !FirstConfiguration.isOf(directory, repository)) {
            throw new Trouble(
                    "%s exists already and was not made from %s: leave --repository out, or name another --directory."
                            .formatted(directory.configuration(), repository));
        }
        if (!configured && repository != null) {
            FirstConfiguration.write(directory, repository);
        }
    }

    private void say(Host host, String url, String more, Duration took) {
        PrintWriter out = out();
        out.printf(Locale.ENGLISH, "Signalbox is ready after %.1f s.%n%n", took.toMillis() / 1000.0);
        Optional<String> link = host.firstLink(new Actor(user(), Role.RELEASE_MANAGER, Optional.empty()));
        if (link.isPresent()) {
            out.println("  Open %s/open?link=%s".formatted(url, link.get()));
            out.println("  (it works once, within half an hour; for more: %s)".formatted(more));
        } else {
            out.println("  %s  (to get in from another browser: %s)".formatted(url, more));
        }
        out.println();
        out.flush();
    }

    private static String user() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() ? "Release manager" : name;
    }
}
