package io.signalbox.world.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a commit, a review and a publication do to an app: pure functions from one state to the next. */
final class Commits {
    private Commits() {}

    /**
     * Takes over the releases of some tracks. Changes of the rollout alone take effect at once; a release that is new to its track
     * goes through review, except on the internal track.
     *
     * @param send whether what needs a review is sent for it now, with everything that people left pending
     */
    static PlayApp apply(PlayApp app, Map<String, List<Release>> requested, boolean send) {
        PlayApp next = app.revised();
        for (Map.Entry<String, List<Release>> entry : requested.entrySet()) {
            Track track = app.track(entry.getKey()).orElse(Track.empty(entry.getKey()));
            next = next.with(change(track, entry.getValue(), send));
        }
        return send ? sendAll(next) : next;
    }

    /** Everything that waits for being sent goes to review. */
    static PlayApp sendAll(PlayApp app) {
        return move(app, Stage.UNSENT, Stage.IN_REVIEW);
    }

    /** A person sends everything for review, also what was rejected before. */
    static PlayApp resend(PlayApp app) {
        return move(sendAll(app.revised()), Stage.REJECTED, Stage.IN_REVIEW);
    }

    /** A person takes the running review back. */
    static PlayApp withdraw(PlayApp app) {
        return move(app.revised(), Stage.IN_REVIEW, Stage.UNSENT);
    }

    private static PlayApp move(PlayApp app, Stage from, Stage to) {
        PlayApp next = app;
        for (Track track : app.tracks().values()) {
            if (track.stage() == from) {
                next = next.with(track.at(to));
            }
        }
        return app.listing() == from ? next.listing(to) : next;
    }

    /** The reviewers approve: it goes live, or waits for a person under managed publishing. */
    static PlayApp approve(PlayApp app) {
        PlayApp next = app.revised().manualSend(false).listing(Stage.SETTLED);
        for (Track track : app.tracks().values()) {
            if (track.stage() == Stage.IN_REVIEW) {
                next = next.with(app.managed() ? track.at(Stage.APPROVED) : live(track));
            }
        }
        return next;
    }

    /** The reviewers reject: from now on somebody has to send changes for review by hand. */
    static PlayApp reject(PlayApp app) {
        return move(app.revised().manualSend(true), Stage.IN_REVIEW, Stage.REJECTED);
    }

    /** Somebody publishes what has been approved. */
    static PlayApp publish(PlayApp app) {
        PlayApp next = app.revised();
        for (Track track : app.tracks().values()) {
            if (track.stage() == Stage.APPROVED) {
                next = next.with(live(track));
            }
        }
        return next;
    }

    private static Track change(Track track, List<Release> requested, boolean send) {
        Track wanting = track.wanting(resolve(track, requested));
        if (wanting.fresh().findAny().isEmpty() || track.name().equals(Track.INTERNAL)) {
            return live(wanting);
        }
        Track rolled = wanting.offering(rolloutOnly(wanting));
        boolean keeps = track.stage() == Stage.APPROVED || (track.stage() == Stage.IN_REVIEW && !send);
        if (keeps && track.freshCodes().equals(wanting.freshCodes())) {
            return rolled;
        }
        return rolled.at(send ? Stage.IN_REVIEW : Stage.UNSENT);
    }

    private static Track live(Track track) {
        List<Release> live =
                new ArrayList<>(track.wanted().stream().filter(Release::active).toList());
        if (live.stream().noneMatch(release -> release.status() == Status.COMPLETED)) {
            // Whoever is not offered the staged or halted release keeps being offered what was completed before.
            completedBefore(track, live).ifPresent(live::add);
        }
        return track.offering(live).at(Stage.SETTLED);
    }

    private static Optional<Release> completedBefore(Track track, List<Release> now) {
        return Stream.concat(track.live().stream(), track.previous().stream())
                .filter(release -> release.status() == Status.COMPLETED)
                .filter(release -> now.stream().noneMatch(release::sameBuilds))
                .findFirst();
    }

    /** What users are offered while fresh releases wait: the old releases with their new status and fraction. */
    private static List<Release> rolloutOnly(Track track) {
        return track.live().stream()
                .map(live -> track.wanted(live)
                        .filter(Release::active)
                        .map(wanted -> live.with(wanted.status(), wanted.fraction()))
                        .orElse(live))
                .toList();
    }

    /**
     * What a replaced list of releases comes to: a running release that the request leaves out is halted unless a newer one takes
     * its place, one that was never published is dropped, and a completed one stays as the fallback of a staged one.
     */
    private static List<Release> resolve(Track track, List<Release> requested) {
        List<Release> before = track.wanted();
        List<Release> result = new ArrayList<>();
        for (Release release : requested) {
            result.add(keepFraction(before, release));
        }
        boolean completes = requested.stream().anyMatch(release -> release.status() == Status.COMPLETED);
        for (Release old : before) {
            if (requested.stream().anyMatch(old::sameBuilds)) {
                continue;
            }
            boolean replaced = requested.stream()
                    .anyMatch(release -> release.active() && release.highestCode() > old.highestCode());
            switch (old.status()) {
                case DRAFT -> {}
                case IN_PROGRESS, HALTED -> {
                    if (!replaced && track.live(old).isPresent()) {
                        result.add(old.with(Status.HALTED, old.fraction()));
                    }
                }
                case COMPLETED -> {
                    if (!completes && track.live(old).isPresent()) {
                        result.add(old);
                    }
                }
            }
        }
        result.sort(Comparator.comparingLong(Release::highestCode).reversed());
        return List.copyOf(result);
    }

    /** A halt may leave the fraction out: it stays what it was. */
    private static Release keepFraction(List<Release> before, Release release) {
        if (release.status() != Status.HALTED || release.fraction().isPresent()) {
            return release;
        }
        OptionalDouble fraction = before.stream()
                .filter(release::sameBuilds)
                .map(Release::fraction)
                .findFirst()
                .orElse(OptionalDouble.empty());
        return release.with(Status.HALTED, fraction);
    }
}
