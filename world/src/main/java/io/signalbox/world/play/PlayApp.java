package io.signalbox.world.play;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An app at Google Play. Immutable; every change makes a new one.
 *
 * @param draft whether it has never been published, so that it takes draft releases only
 * @param managed whether managed publishing is on: approved changes wait for a person
 * @param manualSend whether changes must be sent for review by hand, as after a rejection
 * @param mayHaltCompleted whether a completed release can be halted (possible at Google since 2025)
 * @param listing what has become of the changes that people left pending in the console
 * @param revision counts the changes; an edit is good for one revision
 */
record PlayApp(
        String packageName,
        boolean draft,
        boolean managed,
        boolean manualSend,
        boolean mayHaltCompleted,
        List<Bundle> bundles,
        Map<String, Track> tracks,
        Stage listing,
        long revision) {

    PlayApp {
        bundles = List.copyOf(bundles);
        tracks = Collections.unmodifiableMap(new LinkedHashMap<>(tracks));
    }

    static PlayApp create(String packageName) {
        Map<String, Track> tracks = new LinkedHashMap<>();
        Stream.of(Track.PRODUCTION, "beta", "alpha", Track.INTERNAL)
                .forEach(name -> tracks.put(name, Track.empty(name)));
        return new PlayApp(packageName, false, false, false, true, List.of(), tracks, Stage.SETTLED, 1);
    }

    Optional<Track> track(String name) {
        return Optional.ofNullable(tracks.get(name));
    }

    Optional<Bundle> bundle(long code) {
        return bundles.stream().filter(bundle -> bundle.code() == code).findFirst();
    }

    /** The version of a release, by its highest bundle. */
    String version(Release release) {
        return bundle(release.highestCode()).map(Bundle::version).orElse(release.name());
    }

    /** The name that Google gives a release without one. */
    String usualName(Release release) {
        return release.highestCode() + " (" + version(release) + ")";
    }

    boolean inReview() {
        return listing == Stage.IN_REVIEW
                || tracks.values().stream().anyMatch(track -> track.stage() == Stage.IN_REVIEW);
    }

    PlayApp with(Track track) {
        Map<String, Track> changed = new LinkedHashMap<>(tracks);
        changed.put(track.name(), track);
        return new PlayApp(
                packageName, draft, managed, manualSend, mayHaltCompleted, bundles, changed, listing, revision);
    }

    PlayApp with(Bundle bundle) {
        List<Bundle> more = Stream.concat(bundles.stream(), Stream.of(bundle)).toList();
        return new PlayApp(packageName, draft, managed, manualSend, mayHaltCompleted, more, tracks, listing, revision);
    }

    PlayApp listing(Stage stage) {
        return new PlayApp(packageName, draft, managed, manualSend, mayHaltCompleted, bundles, tracks, stage, revision);
    }

    PlayApp manualSend(boolean needed) {
        return new PlayApp(packageName, draft, managed, needed, mayHaltCompleted, bundles, tracks, listing, revision);
    }

    PlayApp managed(boolean on) {
        return new PlayApp(packageName, draft, on, manualSend, mayHaltCompleted, bundles, tracks, listing, revision);
    }

    PlayApp draft(boolean on) {
        return new PlayApp(packageName, on, managed, manualSend, mayHaltCompleted, bundles, tracks, listing, revision);
    }

    PlayApp mayHaltCompleted(boolean on) {
        return new PlayApp(packageName, draft, managed, manualSend, on, bundles, tracks, listing, revision);
    }

    PlayApp revised() {
        return new PlayApp(
                packageName, draft, managed, manualSend, mayHaltCompleted, bundles, tracks, listing, revision + 1);
    }
}
