package io.signalbox.world.apple;

import io.signalbox.world.apple.AppleRefusal.Problem;
import io.signalbox.world.apple.Submission.Item;
import io.signalbox.world.apple.Submission.ItemState;
import io.signalbox.world.review.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A submission's way to the reviewers and back: pure functions that refuse what Apple refuses. */
final class Submitting {
    private Submitting() {}

    /** Opens a submission; an open one of whatever state is in the way. */
    static AppState open(AppState app, Instant now) {
        app.openSubmission().ifPresent(other -> {
            throw AppleRefusal.state(
                    "There is another reviewSubmissions with id " + other.id() + " still in progress.");
        });
        Submission opened =
                new Submission(app.nextId(), Submission.State.READY_FOR_REVIEW, now, Optional.empty(), List.of());
        return app.with(opened).counted();
    }

    /** Adds a version, if nothing is missing in it. */
    static AppState add(AppState app, Submission submission, Version version, Instant now) {
        if (submission.state() != Submission.State.READY_FOR_REVIEW) {
            throw AppleRefusal.state("The reviewSubmissions with id " + submission.id() + " is in the state "
                    + submission.state() + ".");
        }
        app.submissions().values().stream()
                .filter(Submission::open)
                .filter(other -> other.versions().contains(version.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw AppleRefusal.badRelationship(
                            "appStoreVersion",
                            "appStoreVersions with id " + version.id()
                                    + " was already added to another reviewSubmission with id " + other.id());
                });
        if (!version.state().editable()) {
            throw AppleRefusal.state(
                    "The version " + version.text() + " cannot be submitted in the state " + version.state() + ".");
        }
        Map<String, List<Problem>> missing = missing(app, version);
        if (!missing.isEmpty()) {
            throw AppleRefusal.notReviewable(missing);
        }
        Item item = new Item(app.nextId(), version.id(), ItemState.READY_FOR_REVIEW);
        return app.with(submission.with(item))
                .with(version.in(VersionState.READY_FOR_REVIEW, now))
                .counted();
    }

    private static Map<String, List<Problem>> missing(AppState app, Version version) {
        Map<String, List<Problem>> missing = new TreeMap<>();
        if (version.build().isEmpty()) {
            missing.put("/v1/appStoreVersions/" + version.id(), List.of(AppleRefusal.missing("build")));
        }
        if (app.newestReleased().isPresent()) {
            app.localizationsOf(version.id())
                    .filter(text -> text.whatsNew().isEmpty())
                    .forEach(text -> missing.put(
                            "/v1/appStoreVersionLocalizations/" + text.id(),
                            List.of(AppleRefusal.missing(Localization.WHATS_NEW))));
        }
        return missing;
    }

    /** Sends a submission to the reviewers, for the first time or after issues were mended. */
    static AppState submit(AppState app, Submission submission, Instant now) {
        boolean sendable = submission.state() == Submission.State.READY_FOR_REVIEW
                || submission.state() == Submission.State.UNRESOLVED_ISSUES;
        if (!sendable || submission.versions().isEmpty()) {
            throw AppleRefusal.state("The reviewSubmissions with id " + submission.id()
                    + " cannot be submitted in the state " + submission.state() + " with "
                    + submission.versions().size() + " items.");
        }
        for (String id : submission.versions()) {
            Map<String, List<Problem>> missing = missing(app, version(app, id));
            if (!missing.isEmpty()) {
                throw AppleRefusal.notReviewable(missing);
            }
        }
        return versions(app.with(submission.submittedAt(now)), submission, VersionState.WAITING_FOR_REVIEW, now);
    }

    /** Asks for a submission back. It takes a moment until that is seen: see {@link #cancelled}. */
    static AppState cancel(AppState app, Submission submission, Instant now) {
        if (submission.state() == Submission.State.COMPLETE || submission.state() == Submission.State.CANCELING) {
            throw AppleRefusal.state("Resource is not in cancellable state: it is " + submission.state() + ".");
        }
        return app.with(submission.in(Submission.State.CANCELING, now));
    }

    /** The cancellation has come through. */
    static AppState cancelled(AppState app, Submission submission, Instant now) {
        AppState next = app.with(submission.in(Submission.State.COMPLETE, now).itemsIn(ItemState.REMOVED));
        for (String id : submission.versions()) {
            Version version = version(app, id);
            next = switch (version.state()) {
                case READY_FOR_REVIEW -> next.with(version.in(VersionState.PREPARE_FOR_SUBMISSION, now));
                case WAITING_FOR_REVIEW, IN_REVIEW -> next.with(version.in(VersionState.DEVELOPER_REJECTED, now));
                // What the reviewers have said stays as they said it.
                case PREPARE_FOR_SUBMISSION,
                        PENDING_DEVELOPER_RELEASE,
                        PENDING_APPLE_RELEASE,
                        PROCESSING_FOR_DISTRIBUTION,
                        READY_FOR_DISTRIBUTION,
                        REJECTED,
                        METADATA_REJECTED,
                        DEVELOPER_REJECTED,
                        REPLACED_WITH_NEW_VERSION -> next;
            };
        }
        return next;
    }

    /** Takes an approved version back before it is released. */
    static AppState decline(AppState app, Version version, Instant now) {
        if (version.state() != VersionState.PENDING_DEVELOPER_RELEASE
                && version.state() != VersionState.PENDING_APPLE_RELEASE) {
            throw AppleRefusal.state("The version " + version.text() + " is " + version.state()
                    + ": only an approved one can be declined this way.");
        }
        return app.with(version.in(VersionState.DEVELOPER_REJECTED, now));
    }

    static AppState inReview(AppState app, Submission submission, Instant now) {
        return versions(
                app.with(submission.in(Submission.State.IN_REVIEW, now)), submission, VersionState.IN_REVIEW, now);
    }

    /** The reviewers have decided. */
    static AppState decided(AppState app, Submission submission, Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Approved() -> {
                AppState next =
                        app.with(submission.in(Submission.State.COMPLETE, now).itemsIn(ItemState.APPROVED));
                for (String id : submission.versions()) {
                    next = approved(next, version(next, id), now);
                }
                yield next;
            }
            case Verdict.BinaryRejected(String reason) -> rejected(app, submission, VersionState.REJECTED, now);
            case Verdict.MetadataRejected(String reason) ->
                rejected(app, submission, VersionState.METADATA_REJECTED, now);
        };
    }

    private static AppState approved(AppState app, Version version, Instant now) {
        return app.with(
                switch (version.releaseType()) {
                    case MANUAL -> version.in(VersionState.PENDING_DEVELOPER_RELEASE, now);
                    case AFTER_APPROVAL -> version.in(VersionState.PROCESSING_FOR_DISTRIBUTION, now);
                    case SCHEDULED -> version.in(VersionState.PENDING_APPLE_RELEASE, now);
                });
    }

    private static AppState rejected(AppState app, Submission submission, VersionState as, Instant now) {
        Submission unresolved =
                submission.in(Submission.State.UNRESOLVED_ISSUES, now).itemsIn(ItemState.REJECTED);
        return versions(app.with(unresolved), submission, as, now);
    }

    private static AppState versions(AppState app, Submission submission, VersionState state, Instant now) {
        AppState next = app;
        for (String id : submission.versions()) {
            next = next.with(version(next, id).in(state, now));
        }
        return next;
    }

    private static Version version(AppState app, String id) {
        Version version = app.versions().get(id);
        if (version == null) {
            throw AppleRefusal.notFound("appStoreVersions", id);
        }
        return version;
    }
}
