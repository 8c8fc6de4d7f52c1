package io.signalbox.testkit.sim;

import io.signalbox.audit.Outside;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** The outside: repository, builds, bugs, use, stores. Every change of a truth and every effect is logged as it happens. */
final class SimWorld {
    static final CommitId NO_COMMIT = new CommitId("0".repeat(40));

    private final App app;
    private final RandomGenerator chance;
    private final List<Outside> log = new ArrayList<>();
    private final Map<TrackId, Map<String, SimStore>> stores = new TreeMap<>();
    private final Map<TrackId, Health> health = new TreeMap<>();
    final SimRepository repository;
    final TreeSet<String> sourcesDown = new TreeSet<>();
    final TreeMap<String, Instant> sourcesFrozen = new TreeMap<>();

    SimWorld(App app, RandomGenerator chance, Instant start) {
        this.app = app;
        this.chance = chance;
        this.repository = new SimRepository(chance, start);
    }

    /** Bugs, crashes and tests of one track. */
    static final class Health {
        int bugs;
        boolean bugOpen;
        boolean crashing;
        boolean testsFail;
        boolean regional;
        CommitId fixed = NO_COMMIT;
    }

    Health health(TrackId track) {
        return health.computeIfAbsent(track, _ -> new Health());
    }

    SimStore store(TrackId track, String place) {
        SimStore found = stores.computeIfAbsent(track, this::openStores).get(place);
        if (found == null) {
            throw new IllegalArgumentException("track %s has no store %s".formatted(track, place));
        }
        return found;
    }

    private Map<String, SimStore> openStores(TrackId track) {
        Map<String, SimStore> opened = new TreeMap<>();
        for (Destination destination : platform(track.platform()).destinations()) {
            opened.put(destination.key().value(), new SimStore(destination.capabilities()));
        }
        return opened;
    }

    private Platform platform(PlatformKey key) {
        return app.platform(key);
    }

    List<Outside> log() {
        return log;
    }

    void log(Outside event) {
        log.add(event);
    }

    void truth(Instant at, SubjectId subject, String signal, boolean good) {
        log.add(new Outside.Truth(at, subject, signal, good));
    }

    /** Lets every store do what it does by itself. */
    void tick(Instant now) {
        stores.forEach((track, places) -> places.forEach((place, store) -> {
            while (store.tick(now)) {
                log.add(new Outside.Moved(now, track, place, store.exposed(), false));
            }
        }));
    }

    List<TrackId> tracks() {
        return List.copyOf(stores.keySet());
    }

    List<String> places(TrackId track) {
        return List.copyOf(stores.getOrDefault(track, Map.of()).keySet());
    }

    RandomGenerator chance() {
        return chance;
    }
}
