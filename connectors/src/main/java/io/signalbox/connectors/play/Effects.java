package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.play.Edit.Review;
import io.signalbox.connectors.play.Summary.Life;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings effects about: reads the track in an edit, changes it there, commits. Only the commit does anything, so all that fails before
 * it has not happened.
 */
final class Effects {
    /** How often an edit that somebody else has made worthless is begun anew. */
    private static final int TRIES = 3;

    private final PlaySettings settings;
    private final PlayAccount account;

    Effects(PlaySettings settings, PlayAccount account) {
        this.settings = settings;
        this.account = account;
    }

    /** What is to become of a track. */
    private sealed interface Plan {
        record Write(Track track, String detail) implements Plan {}

        record Nothing(Reply reply) implements Plan {}
    }

    Reply bringAbout(Effect.AtDestination effect, Version version, Duration within) {
        boolean stop = effect.lane() == Lane.STOP;
        Errand errand = stop ? account.outlet().stop(within) : account.outlet().errand(within);
        try (Turns.Turn turn =
                stop ? account.turns().stop(errand) : account.turns().ordinary(errand)) {
            // A halt does not ask what Google has done so far: it must not wait for more than it needs.
            List<Summary> seen = effect instanceof Effect.Halt ? List.of() : summaries(errand);
            Optional<Reply> foregone = foregone(effect, seen);
            return foregone.isPresent() ? foregone.get() : change(effect, version, seen, errand, turn);
        } catch (CallFailed e) {
            return new Reply.Refused(Remedy.RETRY, e.failure().message());
        } catch (PlayRefused e) {
            return Refusals.reply(e);
        }
    }

    private List<Summary> summaries(Errand errand) throws CallFailed, PlayRefused {
        return Summary.all(account.call(
                        errand,
                        Request.get(account.at("/tracks/" + PlayAccount.segment(settings.track()) + "/releases")))
                .json());
    }

    /** What can be said without an edit: that it is so already, or cannot be. */
    private static Optional<Reply> foregone(Effect.AtDestination effect, List<Summary> seen) {
        Optional<Life> life = seen.stream()
                .filter(s -> s.has(effect.build()))
                .map(Summary::life)
                .findFirst();
        return switch (effect) {
            case Effect.Halt _ -> Optional.empty();
            case Effect.Submit _ -> submitted(life);
            case Effect.Withdraw _ -> withdrawn(life);
            case Effect.Expose _, Effect.Resume _ -> notPublished(life);
        };
    }

    private static Optional<Reply> submitted(Optional<Life> life) {
        return life.filter(l -> l == Life.IN_REVIEW || l == Life.APPROVED_NOT_PUBLISHED || l == Life.PUBLISHED)
                .map(l -> new Reply.Accepted("was there already: " + l));
    }

    private static Optional<Reply> withdrawn(Optional<Life> life) {
        if (life.isEmpty()) {
            return Optional.of(new Reply.Accepted("nothing of it was there"));
        }
        return life.filter(l -> l == Life.PUBLISHED)
                .map(_ -> new Reply.Refused(Remedy.RETRY, "it is published already and cannot be withdrawn any more"));
    }

    private static Optional<Reply> notPublished(Optional<Life> life) {
        if (life.filter(l -> l == Life.PUBLISHED).isPresent()) {
            return Optional.empty();
        }
        String found = life.map(Life::name).orElse("not on the track");
        return Optional.of(new Reply.Refused(
                Remedy.NEEDS_PERSON,
                "a release can be rolled out only when Google Play has published it; this one is " + found));
    }

    private Reply change(
            Effect.AtDestination effect, Version version, List<Summary> seen, Errand errand, Turns.Turn turn)
            throws CallFailed, PlayRefused {
        for (int tries = 1; ; tries++) {
            try {
                Edit edit = Edit.open(account, errand);
                Plan plan = plan(effect, version, edit.track(settings.track()), seen);
                if (plan instanceof Plan.Nothing nothing) {
                    edit.discard();
                    return nothing.reply;
                }
                Plan.Write write = (Plan.Write) plan;
                edit.put(write.track);
                return commit(edit, effect, turn, write.detail);
            } catch (PlayRefused e) {
                if (!e.editIsOver() || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** @throws PlayRefused only for what did certainly not happen */
    private static Reply commit(Edit edit, Effect.AtDestination effect, Turns.Turn turn, String detail)
            throws PlayRefused {
        if (turn.overtaken()) {
            return new Reply.Refused(Remedy.RETRY, "not sent: a stop came first");
        }
        try {
            switch (effect) {
                case Effect.Submit _, Effect.Expose _, Effect.Resume _ -> edit.commit(Review.ERROR_IF_IN_REVIEW, true);
                case Effect.Halt _ -> commitHalt(edit);
                case Effect.Withdraw _ -> commitStop(edit, Review.CANCEL_IN_REVIEW_AND_SUBMIT);
            }
            return new Reply.Accepted(detail);
        } catch (CallFailed e) {
            return e.reply();
        } catch (PlayRefused e) {
            if (e.status() >= 500 || e.alreadyCommitted()) {
                return new Reply.Silent(e.words());
            }
            throw e;
        }
    }

    /** A review of something else is left alone if it can be. */
    private static void commitHalt(Edit edit) throws CallFailed, PlayRefused {
        try {
            commitStop(edit, Review.ERROR_IF_IN_REVIEW);
        } catch (PlayRefused e) {
            if (!e.inReview()) {
                throw e;
            }
            commitStop(edit, Review.CANCEL_IN_REVIEW_AND_SUBMIT);
        }
    }

    /** A stop needs no review: where Google would not send the edit for one, it goes unsent rather than not at all. */
    private static void commitStop(Edit edit, Review review) throws CallFailed, PlayRefused {
        try {
            edit.commit(review, true);
        } catch (PlayRefused e) {
            if (!e.mustBeSentByHand()) {
                throw e;
            }
            edit.commit(review, false);
        }
    }

    private static Plan plan(Effect.AtDestination effect, Version version, Track track, List<Summary> seen) {
        Predicate<Release> published = release -> seen.stream()
                .anyMatch(s -> s.life() == Life.PUBLISHED && s.codes().equals(release.codes()));
        return switch (effect) {
            case Effect.Submit submit -> submit(submit, version, track, published);
            case Effect.Expose expose -> run(expose.build(), expose.exposure(), track, published);
            case Effect.Resume resume -> run(resume.build(), resume.exposure(), track, published);
            case Effect.Halt halt -> halt(halt, track);
            case Effect.Withdraw withdraw ->
                track.with(withdraw.build())
                        .<Plan>map(r -> new Plan.Write(track.without(r), "taken off the track"))
                        .orElseGet(() -> new Plan.Nothing(new Reply.Accepted("nothing of it was there")));
        };
    }

    private static Plan submit(Effect.Submit submit, Version version, Track track, Predicate<Release> published) {
        if (submit.opening().isEmpty()) {
            return no("the submission does not say to whom it opens");
        }
        Exposure opening = submit.opening().get();
        if (!(opening.markets() instanceof Markets.Everywhere)) {
            return no(countries(opening));
        }
        List<Release.Note> notes = submit.submission().notes().stream()
                .map(n -> new Release.Note(n.locale(), n.text()))
                .toList();
        Release release = Release.fresh(version.text(), submit.build(), notes, opening.share());
        return new Plan.Write(track.leadBy(release, published), "sent for review, to open with " + opening);
    }

    private static Plan run(BuildNumber build, Exposure exposure, Track track, Predicate<Release> published) {
        if (!(exposure.markets() instanceof Markets.Everywhere)) {
            return no(countries(exposure));
        }
        Optional<Release> found = track.with(build);
        if (found.isEmpty()) {
            return no("build %s is not on track %s any more".formatted(build, track.name()));
        }
        Release release = found.get();
        if (!release.stopped() && release.exposure().equals(exposure)) {
            return new Plan.Nothing(new Reply.Accepted("was so already"));
        }
        return new Plan.Write(track.leadBy(release.running(exposure.share()), published), "set to " + exposure);
    }

    private static Plan halt(Effect.Halt halt, Track track) {
        Optional<Release> found = track.with(halt.build());
        if (found.isEmpty()) {
            return new Plan.Nothing(new Reply.Refused(
                    Remedy.RETRY, "build %s is not on track %s".formatted(halt.build(), track.name())));
        }
        return found.get().stopped()
                ? new Plan.Nothing(new Reply.Accepted("was halted already"))
                : new Plan.Write(track.withChanged(found.get().halted()), "halted");
    }

    private static Plan no(String why) {
        return new Plan.Nothing(new Reply.Refused(Remedy.NEEDS_PERSON, why));
    }

    private static String countries(Exposure exposure) {
        return "this destination cannot be limited to countries: " + exposure;
    }
}
