package io.signalbox.testkit.sim;

import io.signalbox.audit.Outside;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.subject.SubjectId.TrackId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Life outside: work and fixes are merged, bugs come and go, crashes rise, sources fail, people turn knobs in consoles. */
final class SimTrouble {
    private static final List<String> SOURCES = List.of("git", "ci", "tracker", "crashes", "stores");

    private final SimWorld world;
    private final SimFaults faults;
    private final InstantSource clock;
    private final BiConsumer<Duration, Runnable> later;

    SimTrouble(SimWorld world, SimFaults faults, InstantSource clock, BiConsumer<Duration, Runnable> later) {
        this.world = world;
        this.faults = faults;
        this.clock = clock;
        this.later = later;
    }

    void strike() {
        switch (faults.chance().nextInt(9)) {
            case 0, 1, 2 -> sometimes(Fault.SOURCE_DOWN, this::sourceDown);
            case 3 -> sometimes(Fault.SOURCE_FROZEN, this::sourceFrozen);
            case 4 -> sometimes(Fault.CONSOLE, this::console);
            default -> sometimes(Fault.TROUBLE, this::trouble);
        }
    }

    private void sometimes(Fault fault, Runnable what) {
        if (faults.once(fault, 1)) {
            what.run();
        }
    }

    private void trouble() {
        switch (faults.chance().nextInt(5)) {
            case 0 -> world.repository.mergeToMain(clock.instant());
            case 1 -> bug();
            case 2 -> crashes();
            case 3 -> tests();
            default -> regional();
        }
    }

    /** Whatever is still wrong outside comes right. */
    void calm() {
        world.sourcesDown.clear();
        world.sourcesFrozen.clear();
        world.tracks().forEach(track -> {
            repair(track);
            world.health(track).regional = false;
        });
    }

    private Optional<TrackId> someTrack() {
        List<TrackId> tracks = world.tracks();
        return tracks.isEmpty()
                ? Optional.empty()
                : Optional.of(tracks.get(faults.chance().nextInt(tracks.size())));
    }

    private void bug() {
        someTrack().ifPresent(track -> {
            SimWorld.Health health = world.health(track);
            if (!health.bugOpen) {
                health.bugs++;
                health.bugOpen = true;
                world.truth(clock.instant(), track, "no-open-blockers", false);
                later.accept(Duration.ofMinutes(20 + faults.chance().nextInt(60)), () -> fixBug(track));
            }
        });
    }

    private void fixBug(TrackId track) {
        SimWorld.Health health = world.health(track);
        if (health.bugOpen) {
            String ticket = SimSource.key(track, health.bugs);
            world.repository.fix("release/" + track.version(), clock.instant(), List.of(ticket));
            health.bugOpen = false;
            world.truth(clock.instant(), track, "no-open-blockers", true);
        }
    }

    private void crashes() {
        someTrack().ifPresent(track -> {
            world.health(track).crashing = true;
            rates(track, false);
            later.accept(Duration.ofMinutes(30 + faults.chance().nextInt(90)), () -> repair(track));
        });
    }

    private void rates(TrackId track, boolean good) {
        world.truth(clock.instant(), track, "crash-rate-beta", good);
        world.truth(clock.instant(), track, "crash-rate-production", good);
    }

    private void repair(TrackId track) {
        SimWorld.Health health = world.health(track);
        health.crashing = false;
        rates(track, true);
        fixBug(track);
        health.testsFail = false;
        world.truth(clock.instant(), track, "tests-green", true);
    }

    private void tests() {
        someTrack().ifPresent(track -> {
            SimWorld.Health health = world.health(track);
            health.testsFail = true;
            health.fixed = SimWorld.NO_COMMIT;
            world.truth(clock.instant(), track, "tests-green", false);
            later.accept(Duration.ofMinutes(40), () -> {
                Optional<Commit> fix = world.repository.fix("release/" + track.version(), clock.instant(), List.of());
                fix.ifPresent(c -> health.fixed = c.id());
                health.testsFail = false;
                world.truth(clock.instant(), track, "tests-green", true);
            });
        });
    }

    private String someSource() {
        return SOURCES.get(faults.chance().nextInt(SOURCES.size()));
    }

    private void sourceDown() {
        String source = someSource();
        world.sourcesDown.add(source);
        later.accept(Duration.ofMinutes(1), () -> behindItsBack(source));
        later.accept(Duration.ofMinutes(10 + faults.chance().nextInt(60)), () -> world.sourcesDown.remove(source));
    }

    private void sourceFrozen() {
        String source = someSource();
        world.sourcesFrozen.put(source, clock.instant());
        later.accept(Duration.ofMinutes(1), () -> behindItsBack(source));
        later.accept(Duration.ofMinutes(30 + faults.chance().nextInt(90)), () -> world.sourcesFrozen.remove(source));
    }

    /** What a source that is down or frozen would tell, if it were not. */
    private void behindItsBack(String source) {
        switch (source) {
            case "tracker" -> bug();
            case "crashes" -> crashes();
            case "ci" -> tests();
            default -> {}
        }
    }

    private void regional() {
        someTrack().ifPresent(track -> world.health(track).regional = true);
    }

    private void console() {
        someTrack().ifPresent(track -> {
            String place = new PlatformKey(track.platform().value()) + "-store";
            SimStore store = world.store(track, place);
            if (store.live() && faults.once(Fault.CONSOLE, 2)) {
                store.console(faults.chance().nextBoolean(), clock.instant());
                world.log(new Outside.Moved(clock.instant(), track, place, store.exposed(), true));
            }
        });
    }
}
