package io.signalbox.testkit.sim;

import io.signalbox.audit.Outside;
import io.signalbox.audit.Violation;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.reconcile.Look;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches what becomes of a day once nothing goes wrong any more. */
final class Calm {
    /** Every subject is looked at within this time of being due, and whenever there is something to conclude. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(60);

    /** What was leased, doubted or slow when it healed needs this long. */
    static final Duration SETTLES = Duration.ofMinutes(5);

    /** A store stops within this time of a person's word. */
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

    /** At its end a day has been quiet for this long. */
    private static final Duration QUIET = Duration.ofHours(1);

    /** So often is asked whether there is something to conclude. */
    private static final Duration GLANCE = Duration.ofMinutes(3);

    private final Storage storage;
    private final Pictures pictures;
    private final SimWorld world;
    private final Instant watched;
    private final Instant end;
    private final List<Pausing> pausing = new ArrayList<>();
    private final List<Violation> broken = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private Instant glanceAt = Instant.EPOCH;
    private Duration longestWait = Duration.ZERO;
    private Instant longestWaitAt = Instant.EPOCH;

    Calm(Storage storage, Pictures pictures, SimWorld world, Instant healed, Instant end) {
        this.storage = storage;
        this.pictures = pictures;
        this.world = world;
        this.watched = healed.plus(SETTLES);
        this.end = end;
    }

    /** Something that a look would conclude. */
    private record Open(TrackId track, long revision, Instant since) {}

    private record Pausing(TrackId track, String place, Instant since) {}

    /** From here on a store must stop within a minute. */
    void pause(Instant now, Consumer<TrackId> person) {
        for (TrackId track : world.tracks()) {
            for (String place : world.places(track)) {
                if (world.store(track, place).haltable()) {
                    person.accept(track);
                    pausing.add(new Pausing(track, place, now));
                }
            }
        }
    }

    private void lookAtPauses(Instant now) {
        pausing.removeIf(p -> world.store(p.track, p.place).exposed().reach() == 0 || lifted(p.track));
        for (Pausing late : pausing) {
            if (late.since.plus(STOPPED_WITHIN).isBefore(now)) {
                broken.add(new Violation(
                        "L2",
                        now,
                        "%s still runs at %s, paused since %s".formatted(late.track, late.place, late.since)));
            }
        }
        pausing.removeIf(p -> p.since.plus(STOPPED_WITHIN).isBefore(now));
    }

    private boolean lifted(TrackId track) {
        return storage.read(track)
                .filter(s ->
                        s instanceof Snapshot.OfTrack of && of.track().said().stopped())
                .isEmpty();
    }

    void look(Instant now) {
        lookAtPauses(now);
        if (now.isAfter(watched)) {
            Duration wait = storage.oldestWait(now);
            if (wait.compareTo(longestWait) > 0) {
                longestWait = wait;
                longestWaitAt = now;
            }
            lookForWhatIsOpen(now);
        }
    }

    /** What a look would have concluded a minute ago, and would still: nobody looked, for nobody thought that it was due. */
    private void lookForWhatIsOpen(Instant now) {
        for (Open suspect : List.copyOf(open)) {
            if (!suspect.since.plus(LOOKED_AT).isAfter(now)) {
                open.remove(suspect);
                toConclude(suspect.track, now)
                        .filter(revision -> revision == suspect.revision)
                        .ifPresent(_ -> broken.add(new Violation(
                                "L3", now, "%s was to be looked at since %s".formatted(suspect.track, suspect.since))));
            }
        }
        if (!now.isBefore(glanceAt)) {
            glanceAt = now.plus(GLANCE);
            for (TrackId track : world.tracks()) {
                toConclude(track, now).ifPresent(revision -> open.add(new Open(track, revision, now)));
            }
        }
    }

    /** The track's revision, if a look would change something now. */
    private Optional<Long> toConclude(TrackId track, Instant now) {
        return storage.read(track)
                .filter(snapshot -> {
                    Look look = Look.at(snapshot, pictures, Optional.empty(), now);
                    return !look.next().equals(look.state()) || !look.changed().isEmpty();
                })
                .map(snapshot -> snapshot.row().revision());
    }

    /** What was late, what did not arrive, and what did not stop moving. */
    List<Violation> broken() {
        if (longestWait.compareTo(LOOKED_AT) > 0) {
            broken.add(
                    new Violation("L3", longestWaitAt, "a subject waited %s to be looked at".formatted(longestWait)));
        }
        world.log().stream()
                .filter(o -> o instanceof Outside.CallBegan && o.at().isAfter(end.minus(QUIET)))
                .forEach(o -> broken.add(new Violation("L6", o.at(), "still calls: " + o)));
        storage.readApp(SimPlan.APP.key())
                .ifPresent(app -> app.tracks().stream()
                        .map(Snapshot.OfTrack::track)
                        .filter(t -> !arrived(t))
                        .forEach(t -> broken.add(new Violation("L6", end, told(t)))));
        return broken;
    }

    private static boolean arrived(Track track) {
        boolean everywhere = track.destinations().stream()
                .allMatch(d -> d.state() instanceof DestinationState.Everyone out && out.motion() == Motion.RUNNING);
        return everywhere || track.course().ended() || blocked(track);
    }

    /** Where a person decided that this candidate goes no further, it does not. */
    private static boolean blocked(Track track) {
        return track.said().questions().stream()
                .flatMap(q -> q.answer().stream())
                .anyMatch(a -> a.choice() == Question.Choice.BLOCK);
    }

    private static String told(Track track) {
        return "%s did not arrive: %s, %s, under %s"
                .formatted(
                        track.id(),
                        track.stage(),
                        track.destinations(),
                        track.said().holds());
    }
}
