package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings effects about. Each looks first, prepares what is missing, and ends in the one call that does it: what fails before that call
 * has not happened, and is found half prepared by the next try.
 */
final class Effects {
    private static final String PHASES = "appStoreVersionPhasedReleases";

    private final AppStoreConnect api;
    private final Shop shop;
    private final Submitting submitting;

    Effects(AppleSettings settings, AppStoreConnect api, Shop shop) {
        this.api = api;
        this.shop = shop;
        this.submitting = new Submitting(settings, api, shop);
    }

    Reply bringAbout(Effect.AtDestination effect, Version version, Duration within) {
        Errand errand = effect.lane() == Lane.STOP
                ? api.outlet().stop(within)
                : api.outlet().errand(within);
        try {
            Optional<StoreVersion> found = shop.version(errand, version.text());
            return switch (effect) {
                case Effect.Submit submit -> submitting.submit(errand, submit, version, found);
                case Effect.Expose expose -> expose(errand, expose, found);
                case Effect.Resume _ -> resume(errand, found);
                case Effect.Halt _ -> halt(errand, found);
                case Effect.Withdraw _ -> withdraw(errand, found);
            };
        } catch (CallFailed e) {
            return new Reply.Refused(Remedy.RETRY, e.failure().message());
        } catch (AppleRefused e) {
            return Refusals.reply(e);
        }
    }

    private Reply expose(Errand errand, Effect.Expose expose, Optional<StoreVersion> found)
            throws CallFailed, AppleRefused {
        if (found.isEmpty()) {
            return no("there is no such version");
        }
        StoreVersion version = found.get();
        boolean everyone = expose.exposure().isEveryone();
        boolean first = expose.exposure().equals(Exposure.of(Phases.SHARES.getFirst()));
        if (!everyone && !first) {
            return no("the App Store takes its own first step, 1 %%, or everyone, not %s".formatted(expose.exposure()));
        }
        if (version.build().filter(expose.build()::equals).isEmpty()) {
            return no("the version holds another build than " + expose.build());
        }
        return switch (version.state()) {
            case PENDING_DEVELOPER_RELEASE -> release(errand, version, everyone);
            case PENDING_APPLE_RELEASE, PROCESSING_FOR_DISTRIBUTION ->
                new Reply.Accepted("is on its way to users already");
            case READY_FOR_DISTRIBUTION -> everyone ? complete(errand, version) : run(errand, version);
            case PREPARE_FOR_SUBMISSION,
                    READY_FOR_REVIEW,
                    WAITING_FOR_REVIEW,
                    IN_REVIEW,
                    WAITING_FOR_EXPORT_COMPLIANCE,
                    ACCEPTED,
                    REJECTED,
                    METADATA_REJECTED,
                    INVALID_BINARY,
                    DEVELOPER_REJECTED,
                    REPLACED_WITH_NEW_VERSION ->
                no("only an approved version can be released; this one is " + version.state());
        };
    }

    /** The phased release must stand, or be gone, before the version is released: afterwards it can only be skipped. */
    private Reply release(Errand errand, StoreVersion version, boolean everyone) throws CallFailed, AppleRefused {
        if (everyone && version.phases().isPresent()) {
            api.delete(errand, "/v1/" + PHASES + "/" + version.phases().get().id());
        }
        if (!everyone && version.phases().isEmpty()) {
            api.post(
                    errand,
                    "/v1/" + PHASES,
                    Json.make(PHASES)
                            .with("phasedReleaseState", Phases.State.INACTIVE.name())
                            .of("appStoreVersion", "appStoreVersions", version.id()));
        }
        return Refusals.effect(
                everyone ? "released to everyone" : "released in phases",
                () -> api.post(
                        errand,
                        "/v1/appStoreVersionReleaseRequests",
                        Json.make("appStoreVersionReleaseRequests")
                                .of("appStoreVersion", "appStoreVersions", version.id())));
    }

    private Reply complete(Errand errand, StoreVersion version) throws AppleRefused {
        Optional<Phases> phases = version.phases().filter(p -> p.state() != Phases.State.COMPLETE);
        return phases.isEmpty()
                ? new Reply.Accepted("everyone had it already")
                : phase(errand, phases.get(), Phases.State.COMPLETE, "released to everyone");
    }

    /** Runs at the step that it has reached. */
    private Reply run(Errand errand, StoreVersion version) throws AppleRefused {
        Optional<Phases> paused = version.phases().filter(p -> p.state() == Phases.State.PAUSED);
        return paused.isEmpty()
                ? new Reply.Accepted("was so already")
                : phase(errand, paused.get(), Phases.State.ACTIVE, "resumed");
    }

    private Reply resume(Errand errand, Optional<StoreVersion> found) throws AppleRefused {
        Optional<StoreVersion> live = live(found);
        return live.isEmpty() ? no("it is not live: " + state(found)) : run(errand, live.get());
    }

    private Reply halt(Errand errand, Optional<StoreVersion> found) throws AppleRefused {
        Optional<StoreVersion> live = live(found);
        if (live.isEmpty()) {
            return new Reply.Refused(Remedy.RETRY, "it is not live, so nothing can be paused: " + state(found));
        }
        Optional<Phases> phases = live.get().phases().filter(p -> p.state() != Phases.State.COMPLETE);
        if (phases.isEmpty()) {
            return no(
                    "everyone is offered it already, and Apple does not pause that: ship a higher version, or remove the"
                            + " app from sale in App Store Connect");
        }
        return switch (phases.get().state()) {
            case PAUSED -> new Reply.Accepted("was paused already");
            case INACTIVE, ACTIVE, COMPLETE -> phase(errand, phases.get(), Phases.State.PAUSED, "paused");
        };
    }

    private Reply phase(Errand errand, Phases phases, Phases.State to, String detail) throws AppleRefused {
        return Refusals.effect(
                detail,
                () -> api.patch(
                        errand,
                        "/v1/" + PHASES + "/" + phases.id(),
                        Json.change(PHASES, phases.id()).with("phasedReleaseState", to.name())));
    }

    private Reply withdraw(Errand errand, Optional<StoreVersion> found) throws CallFailed, AppleRefused {
        if (found.isEmpty()) {
            return new Reply.Accepted("nothing of it was there");
        }
        StoreVersion version = found.get();
        return switch (version.state()) {
            case PREPARE_FOR_SUBMISSION, READY_FOR_REVIEW, DEVELOPER_REJECTED -> new Reply.Accepted("was not sent");
            case WAITING_FOR_REVIEW, IN_REVIEW, WAITING_FOR_EXPORT_COMPLIANCE, ACCEPTED -> cancel(errand, version);
            case PENDING_DEVELOPER_RELEASE, PENDING_APPLE_RELEASE -> decline(errand, version);
            case PROCESSING_FOR_DISTRIBUTION, READY_FOR_DISTRIBUTION, REPLACED_WITH_NEW_VERSION ->
                new Reply.Refused(Remedy.RETRY, "it is released already and cannot be withdrawn any more");
            case REJECTED, METADATA_REJECTED, INVALID_BINARY ->
                no("it is rejected already: there is nothing to take back");
        };
    }

    private Reply cancel(Errand errand, StoreVersion version) throws CallFailed, AppleRefused {
        Optional<Submission> submission = shop.submissions(errand, Instant.MAX).all().stream()
                .filter(s -> s.has(version.id()))
                .findFirst();
        if (submission.isEmpty()) {
            return new Reply.Refused(Remedy.RETRY, "its review submission is not to be seen yet");
        }
        if (submission.get().state() == Submission.State.CANCELING) {
            return new Reply.Accepted("is being cancelled already");
        }
        String id = submission.get().id();
        return Refusals.effect(
                "review cancelled",
                () -> api.patch(
                        errand,
                        "/v1/reviewSubmissions/" + id,
                        Json.change("reviewSubmissions", id).with("canceled", true)));
    }

    private Reply decline(Errand errand, StoreVersion version) throws CallFailed, AppleRefused {
        Optional<Document.Resource> submission = api.get(
                        errand, "/v1/appStoreVersions/" + version.id() + "/appStoreVersionSubmission")
                .maybeOne();
        if (submission.isEmpty()) {
            return new Reply.Refused(Remedy.RETRY, "Apple names nothing by which its approval could be declined");
        }
        String id = submission.get().id();
        return Refusals.effect("approval declined", () -> api.delete(errand, "/v1/appStoreVersionSubmissions/" + id));
    }

    private static Optional<StoreVersion> live(Optional<StoreVersion> found) {
        return found.filter(v -> v.state() == StoreVersion.State.READY_FOR_DISTRIBUTION);
    }

    private static String state(Optional<StoreVersion> found) {
        return found.map(v -> v.state().name()).orElse("there is no such version");
    }

    private static Reply no(String why) {
        return new Reply.Refused(Remedy.NEEDS_PERSON, why);
    }
}
