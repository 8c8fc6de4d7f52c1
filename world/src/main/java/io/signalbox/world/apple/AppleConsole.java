package io.signalbox.world.apple;

import io.signalbox.world.log.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;

/** App Store Connect's web pages in the hands of a person. Thread-safe. */
public final class AppleConsole {
    private final AppStore store;
    private final String appId;
    private final Actor person;

    AppleConsole(AppStore store, String appId, String person) {
        this.store = store;
        this.appId = appId;
        this.person = Actor.person(person);
    }

    /** Writes the notes of a version in all its languages. */
    public void writeNotes(String version, String whatsNew) {
        act((app, now) -> {
            AppState next = app;
            for (Localization text :
                    app.localizationsOf(version(app, version).id()).toList()) {
                next = Preparing.reword(next, text, Map.of(Localization.WHATS_NEW, whatsNew));
            }
            return next;
        });
    }

    /** Sends the open submission to the reviewers once more, as after mending what they found. */
    public void resubmit() {
        act((app, now) -> Submitting.submit(app, open(app), now));
    }

    /** Asks the open submission back. */
    public void cancelSubmission() {
        act((app, now) -> Submitting.cancel(app, open(app), now));
    }

    /** Releases an approved version. */
    public void release(String version) {
        act((app, now) -> Releasing.request(app, version(app, version), now));
    }

    /** Takes an approved version back. */
    public void decline(String version) {
        act((app, now) -> Submitting.decline(app, version(app, version), now));
    }

    public void pausePhasedRelease(String version) {
        phased(version, Phased.State.PAUSED);
    }

    public void resumePhasedRelease(String version) {
        phased(version, Phased.State.ACTIVE);
    }

    /** Releases to all users at once. */
    public void completePhasedRelease(String version) {
        phased(version, Phased.State.COMPLETE);
    }

    private void phased(String version, Phased.State to) {
        act((app, now) -> {
            Phased phased = app.phasedOf(version(app, version).id())
                    .orElseThrow(() -> new IllegalStateException("Version " + version + " has no phased release"));
            return Releasing.change(app, phased, to, now);
        });
    }

    private void act(BiFunction<AppState, Instant, AppState> how) {
        store.change(appId, person, how);
    }

    private static Version version(AppState app, String text) {
        return app.versions().values().stream()
                .filter(version -> version.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no version " + text));
    }

    private static Submission open(AppState app) {
        return app.openSubmission()
                .orElseThrow(() -> new IllegalStateException("There is no open submission of " + app.name()));
    }
}
