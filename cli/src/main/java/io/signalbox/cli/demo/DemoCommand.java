package io.signalbox.cli.demo;

import io.signalbox.cli.clock.ClockMaster;
import io.signalbox.cli.clock.Pace;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.scenario.Line;
import io.signalbox.cli.scenario.Play;
import io.signalbox.cli.scenario.Release892;
import io.signalbox.cli.text.Spoken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox demo}: one release from the start of its cycle to everyone, in a world in a box. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Plays the release 8.9.2 of a made-up player from its cycle's start to 100 %%, with simulated stores,"
                        + " tracker, CI and users. Needs no account and changes nothing outside.")
public final class DemoCommand extends Spoken {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Europe/Stockholm"));

    /** Somebody ended it: what a shell says of Ctrl-C. */
    private static final int STOPPED = 130;

    @Option(
            names = "--play",
            description = "Without a page, as fast as it can; exit code 0 only if every step came true.")
    private boolean play;

    @Option(names = "--port", paramLabel = "PORT", description = "The port of the pages; any free one if not given.")
    private int port;

    @Option(names = "--managed-publishing", description = "At Google Play a person publishes what is approved.")
    private boolean managedPublishing;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Keep everything in this empty directory; without it a temporary one is used and removed.")
    private @Nullable Path directory;

    @Override
    public Integer call() throws Exception {
        Path folder = folder();
        PrintWriter out = out();
        out.println("Starting a world and a server in " + folder + " …");
        out.flush();
        Runnable tidy = directory == null ? () -> remove(folder) : () -> {};
        try (Ending ending = new Ending(tidy)) {
            Demo demo = ending.with(Demo.open(new Demo.Plan(folder, port, managedPublishing)));
            Play scenario = Release892.play(demo.cast(), line -> print(out, line));
            ClockMaster clock = demo.clock(scenario, play ? Pace.flatOut() : Pace.scenario());
            return play ? played(clock, scenario) : shown(demo, clock);
        }
    }

    private int played(ClockMaster clock, Play scenario) throws InterruptedException {
        long began = System.nanoTime();
        if (!clock.run()) {
            return STOPPED;
        }
        long failed = scenario.lines().stream()
                .filter(l -> l.outcome() == Line.Outcome.FAILED)
                .count();
        long kept = scenario.lines().stream()
                .filter(l -> l.outcome() == Line.Outcome.TRUE)
                .count();
        out().printf(
                        Locale.ENGLISH,
                        "%d steps, %d expectations came true, %d failed, in %.0f s.%n",
                        scenario.steps(),
                        kept,
                        failed,
                        Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
        out().flush();
        return scenario.allTrue() ? 0 : 1;
    }

    private int shown(Demo demo, ClockMaster clock) throws InterruptedException {
        out().println();
        out().println("  Open " + demo.link());
        out().println("  (the link works once; stop the demo with Ctrl-C)");
        out().println();
        out().flush();
        if (clock.run()) {
            out().println("The scenario is over. The pages stay until Ctrl-C; the clock stands until you let it run.");
            out().flush();
            clock.stand();
        }
        return STOPPED;
    }

    private Path folder() throws IOException {
        if (directory == null) {
            return Files.createTempDirectory("signalbox-demo-");
        }
        Path folder = directory.toAbsolutePath().normalize();
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new Trouble(
                        "the directory %s is not empty: name an empty one with --directory.".formatted(folder));
            }
        }
        return folder;
    }

    private static void print(PrintWriter out, Line line) {
        String mark = switch (line.outcome()) {
            case DONE -> "  ";
            case TRUE -> "✓ ";
            case FAILED -> "✗ ";
        };
        out.println(TIME.format(line.at()) + "  " + mark + line.text());
        out.flush();
    }

    private static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's folder could not be removed: " + folder, e);
        }
    }
}
