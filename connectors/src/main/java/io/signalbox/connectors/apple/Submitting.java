package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a version for review: the version itself, its build, its texts, then the submission. An open submission is taken over and never
 * a second one made.
 */
final class Submitting {
    private static final String VERSIONS = "appStoreVersions";
    private static final String TEXTS = "appStoreVersionLocalizations";
    private static final String SUBMISSIONS = "reviewSubmissions";
    private static final String ITEMS = "reviewSubmissionItems";
    private static final String BY_CALL = "MANUAL";

    private final AppleSettings settings;
    private final AppStoreConnect api;
    private final Shop shop;

    Submitting(AppleSettings settings, AppStoreConnect api, Shop shop) {
        this.settings = settings;
        this.api = api;
        this.shop = shop;
    }

    Reply submit(Errand errand, Effect.Submit submit, Version text, Optional<StoreVersion> found)
            throws CallFailed, AppleRefused {
        List<Submission> open = shop.submissions(errand, Instant.MAX).all();
        if (found.isPresent() && !found.get().state().editable()) {
            return alreadySent(found.get(), submit.build(), open);
        }
        Optional<Reply> blocked = blocked(open, found);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        Chosen build = build(errand, text, submit.build());
        if (build instanceof Chosen.None none) {
            return none.reply;
        }
        StoreVersion version = found.isPresent() ? found.get() : made(errand, text);
        prepare(errand, version, ((Chosen.Build) build).id, submit.build());
        write(errand, version, submit.submission());
        Submission submission = filled(errand, open, version);
        return Refusals.effect(
                "sent for review",
                () -> api.patch(
                        errand,
                        "/v1/" + SUBMISSIONS + "/" + submission.id(),
                        Json.change(SUBMISSIONS, submission.id()).with("submitted", true)));
    }

    private static Reply alreadySent(StoreVersion version, BuildNumber build, List<Submission> open) {
        if (open.stream().anyMatch(s -> s.has(version.id()) && s.state() == Submission.State.CANCELING)) {
            return new Reply.Refused(Remedy.RETRY, "its review is just being cancelled");
        }
        boolean same = version.build().filter(build::equals).isPresent();
        return same
                ? new Reply.Accepted("was there already: " + version.state())
                : new Reply.Refused(
                        Remedy.NEEDS_PERSON,
                        "the version is %s with another build (%s): withdraw that first"
                                .formatted(
                                        version.state(),
                                        version.build()
                                                .map(BuildNumber::toString)
                                                .orElse("none")));
    }

    /** Whether an open submission must end first. */
    private static Optional<Reply> blocked(List<Submission> open, Optional<StoreVersion> version) {
        for (Submission submission : open) {
            boolean ours = version.filter(v -> submission.has(v.id())).isPresent();
            Optional<Reply> no = switch (submission.state()) {
                case READY_FOR_REVIEW, COMPLETING, COMPLETE -> Optional.empty();
                case WAITING_FOR_REVIEW, IN_REVIEW, CANCELING ->
                    Optional.of(new Reply.Refused(
                            Remedy.RETRY, "another review submission of this app is " + submission.state()));
                case UNRESOLVED_ISSUES ->
                    ours
                            ? Optional.empty()
                            : Optional.of(new Reply.Refused(
                                    Remedy.NEEDS_PERSON,
                                    "a review submission with unresolved issues is in the way: mend or remove it in App"
                                            + " Store Connect"));
            };
            if (no.isPresent()) {
                return no;
            }
        }
        return Optional.empty();
    }

    private sealed interface Chosen {
        record Build(String id) implements Chosen {}

        record None(Reply reply) implements Chosen {}
    }

    private Chosen build(Errand errand, Version text, BuildNumber number) throws CallFailed, AppleRefused {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter[app]", settings.appId());
        query.put("filter[version]", number.toString());
        query.put("filter[preReleaseVersion.version]", text.text());
        query.put("filter[preReleaseVersion.platform]", settings.platform().name());
        List<Document.Resource> found =
                api.get(errand, "/v1/builds" + Json.query(query)).all();
        if (found.isEmpty()) {
            return none(Remedy.RETRY, "build %s of %s has not arrived at Apple".formatted(number, text));
        }
        Document.Resource build = found.getFirst();
        String state = build.text("processingState");
        if (build.value("expired").asBoolean(false)) {
            return none(Remedy.NEEDS_BUILD, "build %s has expired".formatted(number));
        }
        return switch (state) {
            case "VALID" -> new Chosen.Build(build.id());
            case "PROCESSING" -> none(Remedy.RETRY, "Apple is still processing build " + number);
            case "FAILED", "INVALID" -> none(Remedy.NEEDS_BUILD, "Apple found build %s %s".formatted(number, state));
            default -> throw Json.nonsense("a build in the state \"%s\"".formatted(state));
        };
    }

    private static Chosen none(Remedy remedy, String why) {
        return new Chosen.None(new Reply.Refused(remedy, why));
    }

    /**
     * Makes the version. Where an older one was taken back before it was released, that one takes the new name: Apple lets an app have
     * one unfinished version only.
     */
    private StoreVersion made(Errand errand, Version text) throws CallFailed, AppleRefused {
        for (StoreVersion old : shop.takenBack(errand)) {
            if (Version.parse(old.text()).filter(text::isAfter).isPresent()) {
                api.patch(
                        errand,
                        "/v1/" + VERSIONS + "/" + old.id(),
                        Json.change(VERSIONS, old.id()).with("versionString", text.text()));
                return again(errand, text);
            }
        }
        api.post(
                errand,
                "/v1/" + VERSIONS,
                Json.make(VERSIONS)
                        .with("platform", settings.platform().name())
                        .with("versionString", text.text())
                        .with("releaseType", BY_CALL)
                        .of("app", "apps", settings.appId()));
        return again(errand, text);
    }

    private StoreVersion again(Errand errand, Version text) throws CallFailed, AppleRefused {
        return shop.version(errand, text.text())
                .orElseThrow(() -> Json.nonsense("version %s was made and is not to be seen".formatted(text)));
    }

    private void prepare(Errand errand, StoreVersion version, String build, BuildNumber number)
            throws CallFailed, AppleRefused {
        boolean ready = version.releaseType().equals(BY_CALL)
                && version.build().filter(number::equals).isPresent();
        if (!ready) {
            api.patch(
                    errand,
                    "/v1/" + VERSIONS + "/" + version.id(),
                    Json.change(VERSIONS, version.id())
                            .with("releaseType", BY_CALL)
                            .of("build", "builds", build));
        }
    }

    private void write(Errand errand, StoreVersion version, SubmissionPackage submission)
            throws CallFailed, AppleRefused {
        if (submission.notes().isEmpty()) {
            return;
        }
        List<Document.Resource> texts = api.get(
                        errand, "/v1/" + VERSIONS + "/" + version.id() + "/" + TEXTS + "?limit=200")
                .all();
        for (SubmissionPackage.Note note : submission.notes()) {
            Optional<Document.Resource> there = texts.stream()
                    .filter(t -> t.text("locale").equals(note.locale()))
                    .findFirst();
            if (there.isEmpty()) {
                api.post(
                        errand,
                        "/v1/" + TEXTS,
                        Json.make(TEXTS)
                                .with("locale", note.locale())
                                .with("whatsNew", note.text())
                                .of("appStoreVersion", VERSIONS, version.id()));
            } else if (!there.get().text("whatsNew").equals(note.text())) {
                String id = there.get().id();
                api.patch(
                        errand,
                        "/v1/" + TEXTS + "/" + id,
                        Json.change(TEXTS, id).with("whatsNew", note.text()));
            }
        }
    }

    /** The submission with the version in it. */
    private Submission filled(Errand errand, List<Submission> open, StoreVersion version)
            throws CallFailed, AppleRefused {
        Optional<Submission> withIt =
                open.stream().filter(s -> s.has(version.id())).findFirst();
        if (withIt.isPresent()) {
            return withIt.get();
        }
        Submission submission = open.isEmpty() ? opened(errand) : open.getFirst();
        api.post(
                errand,
                "/v1/" + ITEMS,
                Json.make(ITEMS)
                        .of("reviewSubmission", SUBMISSIONS, submission.id())
                        .of("appStoreVersion", VERSIONS, version.id()));
        return submission;
    }

    private Submission opened(Errand errand) throws CallFailed, AppleRefused {
        Document.Resource made = api.post(
                        errand,
                        "/v1/" + SUBMISSIONS,
                        Json.make(SUBMISSIONS)
                                .with("platform", settings.platform().name())
                                .of("app", "apps", settings.appId()))
                .one();
        return new Submission(made.id(), Submission.State.READY_FOR_REVIEW, Optional.empty(), 0);
    }
}
