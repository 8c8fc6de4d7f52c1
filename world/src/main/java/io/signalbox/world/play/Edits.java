package io.signalbox.world.play;

import io.signalbox.world.log.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The open and past edits. A user has one open edit per app; whoever commits first, or changes something in the console, makes all
 * others stale. Used under the world's lock.
 */
final class Edits {
    private static final Duration LIFE = Duration.ofHours(1);

    private final PlayStore store;
    private final List<Edit> edits = new ArrayList<>();
    private long count = 4_207_000_000L;

    Edits(PlayStore store) {
        this.store = store;
    }

    Edit insert(PlayApp app, String user) {
        edits.stream()
                .filter(edit -> edit.open() && edit.user().equals(user))
                .filter(edit -> edit.packageName().equals(app.packageName()))
                .forEach(edit -> edit.end(Edit.State.DELETED));
        count += 7919;
        Edit edit = new Edit(
                String.format("%020d", count), user, app, store.timeline().now().plus(LIFE));
        edits.add(edit);
        return edit;
    }

    /** @throws PlayRefusal if there is no such edit, or it is over for any reason */
    Edit open(PlayApp app, String user, String id) {
        Edit edit = edits.reversed().stream()
                .filter(candidate -> candidate.id().equals(id))
                .filter(candidate -> candidate.packageName().equals(app.packageName()))
                .filter(candidate -> candidate.user().equals(user))
                .findFirst()
                .orElseThrow(() -> PlayRefusal.notFound("editNotFound", "Edit not found."));
        Instant now = store.timeline().now();
        switch (edit.state()) {
            case DELETED -> throw PlayRefusal.invalid("This Edit has been deleted.");
            case COMMITTED ->
                throw PlayRefusal.invalid(
                        "This edit has already been successfully committed, please create a new Edit.");
            case OPEN -> {
                if (!now.isBefore(edit.expires())) {
                    throw PlayRefusal.invalid("This edit has expired, please create a new Edit.");
                }
                if (edit.revision() != app.revision()) {
                    throw PlayRefusal.invalid(
                            "A change was made to the application outside of this Edit, please create a new edit.");
                }
            }
        }
        return edit;
    }

    /** @throws PlayRefusal if the edit cannot be committed so; it stays open then */
    void commit(PlayApp app, Edit edit, CommitOptions options, Actor by) {
        checkCommit(app, options);
        PlayApp next = Commits.apply(app, edit.changed(), !options.notSentForReview());
        edit.end(Edit.State.COMMITTED);
        if (options.notSentForReview()) {
            store.change(next, by);
        } else {
            store.submit(next, by);
        }
    }

    static void checkCommit(PlayApp app, CommitOptions options) {
        if (app.inReview() && options.errorIfInReview()) {
            throw PlayRefusal.inReview();
        }
        if (app.manualSend() && !options.notSentForReview()) {
            throw PlayRefusal.invalid("Changes cannot be sent for review automatically. Please set the query parameter"
                    + " changesNotSentForReview to true. Once committed, the changes in this edit can be sent for"
                    + " review from the Google Play Console UI.");
        }
        if (!app.manualSend() && options.notSentForReview()) {
            throw PlayRefusal.invalid("Changes are sent for review automatically. The query parameter"
                    + " changesNotSentForReview must not be set.");
        }
    }

    /** The query parameters of a commit. */
    record CommitOptions(boolean notSentForReview, boolean errorIfInReview) {}
}
