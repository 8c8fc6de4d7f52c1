package io.signalbox.world.play;

import io.signalbox.world.log.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The Play console in the hands of a person. Every act takes effect at once and makes all open edits stale. Thread-safe.
 */
public final class PlayConsole {
    private final PlayStore store;
    private final String packageName;
    private final Actor person;

    PlayConsole(PlayStore store, String packageName, String person) {
        this.store = store;
        this.packageName = packageName;
        this.person = Actor.person(person);
    }

    /** Sets the fraction of the staged release of a track, or resumes a halted one with it. */
    public void rollOut(String track, double fraction) {
        setStaged(track, Status.IN_PROGRESS, OptionalDouble.of(fraction));
    }

    /** Halts the newest release of a track. */
    public void halt(String track) {
        change(track, releases -> replaceFirst(releases, release -> release.with(Status.HALTED, release.fraction())));
    }

    /** Completes the staged release of a track. */
    public void complete(String track) {
        setStaged(track, Status.COMPLETED, OptionalDouble.empty());
    }

    /** Publishes what waits under managed publishing. */
    public void publish() {
        act(Commits::publish);
    }

    /** Sends for review what waits for it, also after a rejection. */
    public void sendForReview() {
        act(Commits::resend);
    }

    /** Takes the running review back. */
    public void withdrawReview() {
        act(Commits::withdraw);
    }

    /** Leaves a change of the listing pending; the next commit through the API sends it for review too. */
    public void leaveChangesPending() {
        act(app -> app.revised().listing(Stage.UNSENT));
    }

    /** Switches managed publishing. */
    public void managedPublishing(boolean on) {
        act(app -> app.revised().managed(on));
    }

    /** Makes the app a draft app, which takes draft releases only, or a public one. */
    public void draftApp(boolean on) {
        act(app -> app.revised().draft(on));
    }

    /** Switches whether completed releases can be halted, which Google has allowed since 2025. */
    public void haltingOfCompletedReleases(boolean allowed) {
        act(app -> app.revised().mayHaltCompleted(allowed));
    }

    private void setStaged(String track, Status status, OptionalDouble fraction) {
        change(track, releases -> {
            Optional<Release> staged = releases.stream()
                    .filter(release -> release.status() == Status.IN_PROGRESS || release.status() == Status.HALTED)
                    .findFirst();
            Release first = staged.orElseThrow(() -> new IllegalStateException(
                    "The track " + track + " of " + packageName + " has no staged release to change"));
            return releases.stream()
                    .filter(release -> status != Status.COMPLETED || release.status() != Status.COMPLETED)
                    .map(release -> release.equals(first) ? release.with(status, fraction) : release)
                    .toList();
        });
    }

    private static List<Release> replaceFirst(List<Release> releases, UnaryOperator<Release> by) {
        return IntStream.range(0, releases.size())
                .mapToObj(i -> i == 0 ? by.apply(releases.get(i)) : releases.get(i))
                .toList();
    }

    private void change(String track, UnaryOperator<List<Release>> how) {
        act(app -> {
            List<Release> releases = app.track(track).map(Track::wanted).orElse(List.of());
            return Commits.apply(app, Map.of(track, how.apply(releases)), false);
        });
    }

    private void act(UnaryOperator<PlayApp> how) {
        store.timeline().alone(() -> {
            PlayApp app = store.find(packageName)
                    .orElseThrow(() -> new IllegalArgumentException("No app " + packageName + " at Google Play"));
            store.change(how.apply(app), person);
        });
    }
}
