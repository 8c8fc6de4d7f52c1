package io.signalbox.cli.clock;

import io.signalbox.cli.scenario.Play;
import io.signalbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Owns virtual time. It stands until server, world and people have done all that is due, and jumps to the earliest instant at which
 * any of them has something to do. The pace only says how long it rests between jumps.
 */
public final class ClockMaster {
    /** While the clock stands people may give commands; that is how soon the server sees them. */
    private static final Duration GLANCE = Duration.ofMillis(150);

    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private final Participant server;
    private final World world;
    private final Play play;
    private final AtomicReference<Pace> pace;
    private volatile boolean over;

    public ClockMaster(Participant server, World world, Play play, Pace pace) {
        this.server = server;
        this.world = world;
        this.play = play;
        this.pace = new AtomicReference<>(pace);
    }

    public AtomicReference<Pace> pace() {
        return pace;
    }

    public Instant now() {
        return world.now();
    }

    /** Ends at the next opportunity. */
    public void stop() {
        over = true;
    }

    /**
     * Goes until the play is over, or until somebody stops it.
     *
     * @throws InterruptedException if the thread is told to end
     */
    public void run() throws InterruptedException {
        while (!over) {
            Optional<Instant> due = settle();
            if (play.over()) {
                return;
            }
            Instant next = next(due);
            rest(next);
            if (!over) {
                world.advanceTo(next);
                pace.updateAndGet(Pace::stepped);
            }
        }
    }

    /** Lets everybody do what is due now, in turns, until nobody has anything left. */
    private Optional<Instant> settle() {
        Instant now = world.now();
        Optional<Instant> due = server.tick(now);
        while (play.at(now)) {
            due = server.tick(now);
            if (pace.get().toNextEvent()) {
                pace.updateAndGet(Pace::arrived);
            }
        }
        return due;
    }

    private Instant next(Optional<Instant> due) {
        Instant soonest = world.now().plusMillis(1);
        Instant next = Stream.of(due, world.nextEvent(), play.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(world.now().plus(Duration.ofMinutes(5)));
        return next.isBefore(soonest) ? soonest : next;
    }

    /** Rests as long as the pace says, or as long as the clock is stopped. */
    private void rest(Instant next) throws InterruptedException {
        long began = System.nanoTime();
        while (!over) {
            Pace now = pace.get();
            Duration rest = now.toNextEvent() || now.steps() > 0 ? Duration.ZERO : length(now, next);
            boolean rested = System.nanoTime() - began >= rest.toNanos();
            if (now.goes() && rested) {
                return;
            }
            Thread.sleep(now.goes() ? shorter(rest, GLANCE) : GLANCE);
            if (System.nanoTime() - began >= GLANCE.toNanos()) {
                settle();
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration length(Pace now, Instant next) {
        double perSecond = now.minutesPerSecond().orElseGet(() -> play.minutesPerSecond(world.now()));
        double seconds = Duration.between(world.now(), next).toMillis() / 60_000.0 / perSecond;
        return shorter(Duration.ofMillis((long) (seconds * 1000)), LONGEST_REST);
    }
}
