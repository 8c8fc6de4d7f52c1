package io.signalbox.cli.clock;

import io.signalbox.cli.scenario.Play;
import io.signalbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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
    private final Tempo tempo = new Tempo();
    private final Semaphore going = new Semaphore(1);
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

    /** Ends at the next opportunity, and waits for that. */
    public void stop() {
        over = true;
        going.acquireUninterruptibly();
        going.release();
    }

    /**
     * Goes until the play is over, or until somebody stops it.
     *
     * @return whether the play is over
     * @throws InterruptedException if the thread is told to end
     */
    public boolean run() throws InterruptedException {
        return go(play::over);
    }

    /**
     * Stands, and goes as people let it, until somebody stops it.
     *
     * @throws InterruptedException if the thread is told to end
     */
    public void stand() throws InterruptedException {
        pace.updateAndGet(p -> p.running(false));
        go(() -> false);
    }

    /** @return whether it came to its end, rather than being stopped */
    private boolean go(BooleanSupplier end) throws InterruptedException {
        going.acquireUninterruptibly();
        try {
            while (!over) {
                long began = System.nanoTime();
                Optional<Instant> due = settle();
                if (end.getAsBoolean()) {
                    return true;
                }
                Instant next = rest(next(due), began);
                if (!over) {
                    world.advanceTo(next);
                    pace.updateAndGet(Pace::stepped);
                }
            }
            return false;
        } finally {
            going.release();
        }
    }

    /** Lets everybody do what is due now, in turns, until nobody has anything left. */
    private Optional<Instant> settle() {
        Instant now = world.now();
        Optional<Instant> due = server.tick(now);
        while (play.at(now)) {
            due = server.tick(now);
            pace.updateAndGet(Pace::arrived);
        }
        if (play.over()) {
            pace.updateAndGet(Pace::arrived);
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

    /**
     * Rests as long as the pace says, or as long as the clock is stopped.
     *
     * @param began when the work of this instant began: it counts as rest
     * @return when there is something to do next, which may be sooner because of what people did meanwhile
     */
    private Instant rest(Instant planned, long began) throws InterruptedException {
        Instant next = planned;
        long glanced = System.nanoTime();
        while (!over) {
            Pace now = pace.get();
            boolean byHand = !now.running();
            Duration time = now.toNextEvent() || now.steps() > 0 ? Duration.ZERO : length(now, next);
            Duration rest = byHand ? time : tempo.shortened(time);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (now.goes() && took.compareTo(rest) >= 0) {
                tempo.took(time, took);
                return next;
            }
            if (byHand) {
                tempo.forget();
            }
            Thread.sleep(now.goes() ? shorter(rest, GLANCE) : GLANCE);
            if (System.nanoTime() - glanced >= GLANCE.toNanos()) {
                next = next(settle());
                glanced = System.nanoTime();
            }
        }
        return next;
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
