package io.signalbox.world.play;

import java.util.List;
import java.util.Optional;

/** What Google demands of the releases of a track before it takes them. */
final class Rules {
    private static final int MAX_NOTES = 500;

    private Rules() {}

    /** @throws PlayRefusal if a rule is broken */
    static void check(PlayApp app, Track committed, List<Release> releases) {
        atMostOne(releases, Status.IN_PROGRESS);
        atMostOne(releases, Status.COMPLETED);
        for (Release release : releases) {
            checkShape(release, committed);
            checkBuilds(app, release);
            if (app.draft() && release.active()) {
                throw PlayRefusal.invalid(
                        "rolloutNotPermittedOnDraftApp",
                        "Only releases with status draft may be created on draft app.");
            }
            switch (release.status()) {
                case DRAFT -> {}
                case HALTED -> checkHalt(app, committed, release);
                case IN_PROGRESS -> checkStaged(committed, release);
                case COMPLETED -> checkUpgrade(committed, release);
            }
        }
    }

    private static void checkShape(Release release, Track committed) {
        boolean staged = release.status() == Status.IN_PROGRESS || release.status() == Status.HALTED;
        if (release.fraction().isPresent()) {
            double fraction = release.fraction().getAsDouble();
            if (!staged) {
                throw PlayRefusal.invalid("User fraction cannot be set on a release with status "
                        + release.status().wire() + ".");
            }
            if (!(fraction > 0 && fraction < 1)) {
                throw PlayRefusal.invalid("User fraction must be between 0 and 1, exclusive.");
            }
        } else if (release.status() == Status.IN_PROGRESS) {
            throw PlayRefusal.invalid("User fraction must be set on a release with status inProgress.");
        }
        if (release.targeting().isPresent()
                && !(release.status() == Status.IN_PROGRESS && committed.name().equals(Track.PRODUCTION))) {
            throw PlayRefusal.invalid("Country targeting is only allowed for inProgress releases in production.");
        }
        if (release.priority().orElse(0) < 0 || release.priority().orElse(0) > 5) {
            throw PlayRefusal.invalid("In-app update priority must be between 0 and 5.");
        }
        for (Release.Note note : release.notes()) {
            if (note.text().codePointCount(0, note.text().length()) > MAX_NOTES) {
                throw PlayRefusal.invalid("The release notes for language " + note.language()
                        + " are too long. The maximum is " + MAX_NOTES + " characters.");
            }
        }
    }

    private static void checkBuilds(PlayApp app, Release release) {
        if (release.codes().isEmpty() && release.active()) {
            throw PlayRefusal.invalid("A release must have at least one version code.");
        }
        for (long code : release.codes()) {
            if (app.bundle(code).isEmpty()) {
                throw PlayRefusal.invalid("Version code " + code + " does not exist in the artifact library.");
            }
        }
    }

    private static void checkHalt(PlayApp app, Track committed, Release release) {
        Optional<Release> running = committed.wanted(release);
        boolean staged = running.filter(is -> is.status() == Status.IN_PROGRESS || is.status() == Status.HALTED)
                .isPresent();
        boolean completed = app.mayHaltCompleted()
                && !committed.name().equals(Track.INTERNAL)
                && running.filter(is -> is.status() == Status.COMPLETED).isPresent()
                && committed.previous().isPresent();
        if (!staged && !completed) {
            throw PlayRefusal.invalid(
                    "releaseToHaltNotFound", "Cannot halt release, no matching in progress release found.");
        }
    }

    private static void checkStaged(Track committed, Release release) {
        Optional<Release> before = committed.wanted(release);
        if (before.filter(is -> is.status() == Status.COMPLETED).isPresent()) {
            throw PlayRefusal.invalid("A fully rolled out release cannot be changed to a staged rollout.");
        }
        if (committed.live().isEmpty()) {
            throw PlayRefusal.invalid("The first release on a track cannot be a staged rollout.");
        }
        boolean lower = before.filter(is -> is.status() == Status.IN_PROGRESS
                        && is.fraction().orElse(0) > release.fraction().orElse(0))
                .isPresent();
        if (lower) {
            throw PlayRefusal.invalid("Cannot decrease the rollout fraction of a release in progress.");
        }
        checkUpgrade(committed, release);
    }

    private static void checkUpgrade(Track committed, Release release) {
        boolean older = committed.live().stream()
                .anyMatch(live -> live.status() == Status.COMPLETED && live.highestCode() > release.highestCode());
        if (older) {
            throw PlayRefusal.forbidden("You cannot rollout this release because it does not allow any existing users"
                    + " to upgrade to the newly added app bundles.");
        }
    }

    private static void atMostOne(List<Release> releases, Status status) {
        if (releases.stream().filter(release -> release.status() == status).count() > 1) {
            throw PlayRefusal.invalid("Too many releases with status " + status.wire() + " on the track.");
        }
    }
}
