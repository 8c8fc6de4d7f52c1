package io.signalbox.world.play;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A track: what the developer wants there and what users are offered.
 *
 * @param wanted the configured releases, newest first
 * @param live the releases that users are or were offered, newest first; no drafts
 * @param previous the completed release before the present one, to which users fall back when that is halted
 */
record Track(String name, List<Release> wanted, List<Release> live, Stage stage, Optional<Release> previous) {
    static final String INTERNAL = "internal";
    static final String PRODUCTION = "production";

    Track {
        wanted = List.copyOf(wanted);
        live = List.copyOf(live);
    }

    static Track empty(String name) {
        return new Track(name, List.of(), List.of(), Stage.SETTLED, Optional.empty());
    }

    Track at(Stage newStage) {
        return new Track(name, wanted, live, newStage, previous);
    }

    Track wanting(List<Release> releases) {
        return new Track(name, releases, live, stage, previous);
    }

    /** The same track with other releases offered to users; a completed one that goes is remembered. */
    Track offering(List<Release> releases) {
        Optional<Release> gone = live.stream()
                .filter(release -> release.status() == Status.COMPLETED)
                .filter(release -> releases.stream().noneMatch(release::sameBuilds))
                .findFirst();
        return new Track(name, wanted, releases, stage, gone.or(() -> previous));
    }

    Optional<Release> wanted(Release like) {
        return wanted.stream().filter(like::sameBuilds).findFirst();
    }

    Optional<Release> live(Release like) {
        return live.stream().filter(like::sameBuilds).findFirst();
    }

    /** The releases that users have not been offered before on this track. */
    Stream<Release> fresh() {
        return wanted.stream()
                .filter(release -> release.active() && live(release).isEmpty());
    }

    List<List<Long>> freshCodes() {
        return fresh().map(Release::codes).toList();
    }
}
