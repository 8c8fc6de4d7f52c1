package io.signalbox.engine.board;

import io.signalbox.domain.act.TrackActs;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Team;
import io.signalbox.domain.blocker.BlockerRule;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signoff.SignOffRule;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.SignOff;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.TrackPage.Blocker;
import io.signalbox.engine.board.TrackPage.DestinationView;
import io.signalbox.engine.board.TrackPage.HoldView;
import io.signalbox.engine.board.TrackPage.MoveView;
import io.signalbox.engine.board.TrackPage.QuestionView;
import io.signalbox.engine.board.TrackPage.TeamWord;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the page of a track for one reader. */
public final class TrackPages {
    private final BoardBuilder boards;

    public TrackPages(Pictures pictures) {
        this.boards = new BoardBuilder(pictures);
    }

    /**
     * The page.
     *
     * @param journal the entries about this track, oldest first
     */
    public TrackPage page(Snapshot.OfTrack snapshot, List<Kept> journal, Actor reader, Instant now) {
        Looked looked = boards.look(snapshot, now);
        TrackPicture picture = looked.picture();
        Conditions conditions = new Conditions(picture.app().zone(), now);
        return new TrackPage(
                now,
                picture.app().key().value(),
                picture.app().name(),
                picture.app().zone().getId(),
                Rows.row(looked),
                picture.policy().name(),
                looked.track().candidate().map(TrackPages::candidate),
                Stations.of(looked.track(), firstStep(picture), now),
                moves(looked, conditions),
                conditions.all(looked.watched()),
                looked.track().said().questions().stream()
                        .map(TrackPages::question)
                        .toList(),
                looked.track().said().holds().stream()
                        .map(h -> new HoldView(
                                h.slot(), new WayWords(picture.app().zone()).hold(h), h.since()))
                        .toList(),
                picture.platform().destinations().stream()
                        .map(d -> destination(looked, d, journal))
                        .toList(),
                blockers(looked),
                picture.app().teamsOf(looked.track().id().platform()).stream()
                        .map(t -> teamWord(looked, t))
                        .toList(),
                submission(picture),
                TrackActs.of(reader, picture, looked.decision()).stream()
                        .map(Conditions::act)
                        .toList(),
                new Log(picture.app().zone()).lines(journal));
    }

    private static String firstStep(TrackPicture picture) {
        return picture.process().ladder().getFirst().exposure().share().toString();
    }

    private static TrackPage.Rc candidate(Candidate candidate) {
        return new TrackPage.Rc(
                candidate.title(),
                candidate.build().toString(),
                candidate.commit().hash(),
                candidate.namedAt(),
                candidate.artifacts().stream()
                        .map(a -> new TrackPage.Rc.File(a.slot().value(), a.digest()))
                        .toList());
    }

    private static List<MoveView> moves(Looked looked, Conditions conditions) {
        return looked.decision().outlooks().stream()
                .map(o -> conditions.move(
                        o,
                        looked.picture().platform().destinations().stream()
                                .filter(d -> d.key().value().equals(o.place()))
                                .findFirst()
                                .map(Destination::name)
                                .orElse("")))
                .toList();
    }

    private static QuestionView question(Question question) {
        return new QuestionView(
                question.id(),
                WayWords.question(question.topic()),
                WayWords.evidence(question.topic()),
                question.askedAt(),
                question.answer().map(a -> a.choice().name()),
                question.answer().map(Question.Answer::by),
                question.answer().map(Question.Answer::reason));
    }

    private static DestinationView destination(Looked looked, Destination destination, List<Kept> journal) {
        DestinationProgress progress = looked.track().destination(destination.key());
        SignalKey key = new SignalKey(SignalKind.STORE, destination.key().value());
        Optional<Observation.Read> read = looked.picture()
                .signals()
                .find(looked.track().id(), key)
                .flatMap(s -> s.latest().lastRead());
        Optional<String> shows = read.map(Observation.Read::reading)
                .filter(r -> r instanceof StoreReading)
                .map(r -> WayWords.found(((StoreReading) r).state()));
        return new DestinationView(
                destination.key().value(),
                destination.name(),
                WayWords.state(progress.state()),
                progress.state().since(),
                shows,
                read.map(Observation.Read::asOf),
                limits(destination.capabilities()),
                Actions.at(destination.key().value(), journal));
    }

    private static String limits(Capabilities can) {
        String back = "it cannot take a version back";
        if (!can.halts()) {
            return "This store can raise; it cannot halt, and " + back + ".";
        }
        String all = can.haltsAtEveryone() ? "" : ", but not once everyone has it";
        return "This store can raise, halt and resume%s; %s.".formatted(all, back);
    }

    private static List<Blocker> blockers(Looked looked) {
        Optional<RepositoryReading> repository = last(
                looked,
                looked.picture().release().id(),
                new SignalKey(
                        SignalKind.REPOSITORY,
                        looked.picture().platform().repository().value()),
                RepositoryReading.class);
        Optional<CommitId> candidate = looked.track().candidate().map(Candidate::commit);
        return last(looked, looked.track().id(), SignalKey.of(SignalKind.BUGS), BugsReading.class)
                .map(BugsReading::bugs)
                .orElse(List.of())
                .stream()
                .map(bug -> new Blocker(
                        bug.key(),
                        bug.title(),
                        repository
                                .map(r -> written(BlockerRule.standing(
                                        bug, looked.track().said().bugNotes(), r, candidate)))
                                .orElse("unknown"),
                        bug.owner(),
                        bug.closedAt().orElse(bug.createdAt()),
                        bug.link()))
                .toList();
    }

    /** The newest reading, however old: for showing, never for deciding. */
    private static <R> Optional<R> last(Looked looked, SubjectId about, SignalKey key, Class<R> type) {
        return looked.picture()
                .signals()
                .find(about, key)
                .flatMap(s -> s.latest().lastRead())
                .map(Observation.Read::reading)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static TeamWord teamWord(Looked looked, Team team) {
        Optional<SignOff> said = SignOffRule.of(team, looked.track().said().signOffs());
        Optional<RepositoryReading.Line> branch = last(
                        looked,
                        looked.picture().release().id(),
                        new SignalKey(
                                SignalKind.REPOSITORY,
                                looked.picture().platform().repository().value()),
                        RepositoryReading.class)
                .flatMap(RepositoryReading::branch);
        String standing = looked.track()
                .candidate()
                .map(c -> written(SignOffRule.standing(
                        team,
                        said,
                        c.commit(),
                        branch,
                        looked.picture().policy().carryOver().signOffs(),
                        looked.now())))
                .orElse("not-started");
        return new TeamWord(
                team.key().value(),
                team.name(),
                standing,
                said.map(SignOff::by),
                said.map(SignOff::at),
                said.flatMap(SignOff::link),
                said.map(s -> s.word() instanceof SignOff.Failed failed ? failed.what() : "")
                        .orElse(""));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is written, and what the process asks for and nobody has written. */
    private static TrackPage.Submission submission(TrackPicture picture) {
        SubmissionPackage written = picture.track().said().submission();
        List<Criterion.PackageComplete> asked = picture.process().moves().stream()
                .flatMap(m -> m.guard().stream())
                .filter(Criterion.PackageComplete.class::isInstance)
                .map(Criterion.PackageComplete.class::cast)
                .toList();
        TreeMap<String, String> notes = new TreeMap<>();
        TreeMap<String, Boolean> answers = new TreeMap<>();
        asked.forEach(a -> a.locales().forEach(locale -> notes.put(locale, "")));
        asked.forEach(a -> a.answers().forEach(name -> answers.put(name, false)));
        written.notes().forEach(n -> notes.put(n.locale(), n.text()));
        written.answers().forEach(a -> answers.put(a.name(), a.given()));
        return new TrackPage.Submission(
                written.revision(),
                notes.entrySet().stream()
                        .map(n -> new TrackPage.Submission.Note(n.getKey(), n.getValue()))
                        .toList(),
                answers.entrySet().stream()
                        .map(a -> new TrackPage.Submission.Answer(a.getKey(), a.getValue()))
                        .toList());
    }
}
