package io.signalbox.world.apple;

import java.time.Instant;

/** How an approved version reaches users: pure functions that refuse what Apple refuses. */
final class Releasing {
    private Releasing() {}

    /** The developer releases an approved version by hand. */
    static AppState request(AppState app, Version version, Instant now) {
        if (version.state() != VersionState.PENDING_DEVELOPER_RELEASE) {
            throw AppleRefusal.state("The version " + version.text() + " is in the state " + version.state()
                    + " and cannot be released: it must be PENDING_DEVELOPER_RELEASE.");
        }
        return app.with(version.in(VersionState.PROCESSING_FOR_DISTRIBUTION, now));
    }

    /** The version is live; the one before is replaced, and its phased release ends without asking. */
    static AppState live(AppState app, Version version, Instant now) {
        AppState next = app;
        for (Version other : app.versions().values()) {
            if (other.state() == VersionState.READY_FOR_DISTRIBUTION) {
                next = next.with(other.in(VersionState.REPLACED_WITH_NEW_VERSION, now));
                Phased running = app.phasedOf(other.id()).orElse(null);
                if (running != null && running.state() != Phased.State.COMPLETE) {
                    next = next.with(running.in(Phased.State.COMPLETE, now));
                }
            }
        }
        next = next.with(version.in(VersionState.READY_FOR_DISTRIBUTION, now));
        Phased phased = app.phasedOf(version.id()).orElse(null);
        return phased == null ? next : next.with(phased.started(now));
    }

    static AppState plan(AppState app, Version version, Instant now) {
        if (app.newestReleased().isEmpty()) {
            throw AppleRefusal.badRelationship(
                    "appStoreVersion", "Phased release is not available for the first version of an app.");
        }
        if (app.phasedOf(version.id()).isPresent()) {
            throw AppleRefusal.badRelationship("appStoreVersion", "A phased release already exists for this version.");
        }
        if (version.state().released() || version.state() == VersionState.PROCESSING_FOR_DISTRIBUTION) {
            throw AppleRefusal.state("Phased release cannot be enabled in the state " + version.state() + ".");
        }
        return app.with(Phased.inactive(app.nextId(), version.id(), now)).counted();
    }

    static AppState change(AppState app, Phased phased, Phased.State to, Instant now) {
        boolean allowed = switch (phased.state()) {
            case INACTIVE, COMPLETE -> false;
            case ACTIVE -> to == Phased.State.PAUSED || to == Phased.State.COMPLETE;
            case PAUSED -> to == Phased.State.ACTIVE || to == Phased.State.COMPLETE;
        };
        if (!allowed) {
            throw AppleRefusal.state(
                    "The phased release is " + phased.state() + " and cannot be changed to " + to + ".");
        }
        return app.with(phased.in(to, now));
    }

    static AppState drop(AppState app, Phased phased) {
        if (phased.state() != Phased.State.INACTIVE) {
            throw AppleRefusal.forbidden("A phased release that has started cannot be deleted.");
        }
        return app.withoutPhased(phased.id());
    }
}
