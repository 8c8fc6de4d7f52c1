package io.signalbox.domain.criterion;

import io.signalbox.domain.app.Team;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.picture.Sibling;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.CarryOver;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.CheckReading;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signoff.SignOffRule;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.SignOff;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Criteria about what people, and systems in their name, have said. */
final class PeopleCriteria {
    private PeopleCriteria() {}

    static Judged signedOff(TrackPicture picture, Instant now) {
        Optional<Candidate> candidate = picture.track().candidate();
        if (candidate.isEmpty()) {
            return Judged.of(Verdict.PENDING, new Reason.NoCandidate());
        }
        Optional<Line> branch = branch(picture, now);
        List<Team> teams = picture.app().teamsOf(picture.track().id().platform());
        Map<SignOffRule.Standing, List<TeamKey>> by = new EnumMap<>(SignOffRule.Standing.class);
        Optional<Instant> changes = Optional.empty();
        for (Team team : teams) {
            Optional<SignOff> said = SignOffRule.of(team, picture.track().said().signOffs());
            SignOffRule.Standing standing = SignOffRule.standing(
                    team,
                    said,
                    candidate.get().commit(),
                    branch,
                    picture.policy().carryOver().signOffs(),
                    now);
            by.computeIfAbsent(standing, _ -> new ArrayList<>()).add(team.key());
            changes = earlier(changes, said.flatMap(s -> expiry(s, now)));
        }
        return Judged.until(verdict(by), reason(teams.size(), by), changes);
    }

    private static Optional<Line> branch(TrackPicture picture, Instant now) {
        return picture.repository(now) instanceof Evidence.Fresh<RepositoryReading> fresh
                ? fresh.reading().branch()
                : Optional.empty();
    }

    private static Optional<Instant> expiry(SignOff said, Instant now) {
        return said.word() instanceof SignOff.OptedOut out && now.isBefore(out.until())
                ? Optional.of(out.until())
                : Optional.empty();
    }

    private static Verdict verdict(Map<SignOffRule.Standing, List<TeamKey>> by) {
        if (by.containsKey(SignOffRule.Standing.FAILED)) {
            return Verdict.RED;
        }
        return by.keySet().stream().allMatch(SignOffRule.Standing::satisfied) ? Verdict.GREEN : Verdict.PENDING;
    }

    private static Reason.SignOffs reason(int teams, Map<SignOffRule.Standing, List<TeamKey>> by) {
        return new Reason.SignOffs(
                teams,
                by.getOrDefault(SignOffRule.Standing.PASSED, List.of()).size(),
                by.getOrDefault(SignOffRule.Standing.OPTED_OUT, List.of()).size(),
                by.getOrDefault(SignOffRule.Standing.WAIVED, List.of()).size(),
                List.copyOf(by.getOrDefault(SignOffRule.Standing.MISSING, List.of())),
                List.copyOf(by.getOrDefault(SignOffRule.Standing.RUNNING, List.of())),
                List.copyOf(by.getOrDefault(SignOffRule.Standing.FAILED, List.of())),
                List.copyOf(by.getOrDefault(SignOffRule.Standing.STALE, List.of())));
    }

    static Judged packageComplete(TrackPicture picture, Criterion.PackageComplete criterion) {
        SubmissionPackage submission = picture.track().said().submission();
        List<Reason.Parcel.Fault> faults = new ArrayList<>();
        for (String locale : criterion.locales()) {
            submission
                    .note(locale)
                    .filter(n -> !n.text().isBlank())
                    .ifPresentOrElse(
                            note -> tooLong(note, criterion.longestNote()).ifPresent(faults::add),
                            () -> faults.add(new Reason.Parcel.NoNotes(locale)));
        }
        for (String answer : criterion.answers()) {
            if (!submission.answered(answer)) {
                faults.add(new Reason.Parcel.NotAnswered(answer));
            }
        }
        return Judged.met(faults.isEmpty(), new Reason.Parcel(submission.revision(), faults));
    }

    private static Optional<Reason.Parcel.Fault> tooLong(SubmissionPackage.Note note, int limit) {
        int length = note.text().codePointCount(0, note.text().length());
        return length > limit ? Optional.of(new Reason.Parcel.TooLong(note.locale(), length, limit)) : Optional.empty();
    }

    static Judged checkPassed(TrackPicture picture, String name, Instant now) {
        SignalKey key = new SignalKey(SignalKind.CHECK, name);
        return Judged.fresh(
                key,
                picture.look(key, CheckReading.class, now),
                picture.policy().bounds().of(SignalKind.CHECK),
                reading -> reported(picture, name, reading, now));
    }

    private static Judged reported(TrackPicture picture, String name, CheckReading reading, Instant now) {
        Optional<CommitId> candidate = picture.track().candidate().map(Candidate::commit);
        if (candidate.isEmpty()) {
            return Judged.of(Verdict.PENDING, new Reason.NoCandidate());
        }
        boolean carries = picture.policy().carryOver().checks() != CarryOver.Rule.START_AGAIN
                && branch(picture, now)
                        .flatMap(b -> b.between(reading.commit(), candidate.get()))
                        .isPresent();
        boolean same = reading.commit().equals(candidate.get());
        Optional<CommitId> other = same ? Optional.empty() : Optional.of(reading.commit());
        Reason.Reported reason = new Reason.Reported(
                name, reading.check().state(), reading.check().detail(), other);
        if (!same && !carries) {
            return Judged.of(Verdict.PENDING, reason);
        }
        return Judged.of(
                switch (reading.check().state()) {
                    case PASSED, PASSED_ON_RETRY -> Verdict.GREEN;
                    case FAILED -> Verdict.RED;
                    case QUEUED, RUNNING -> Verdict.PENDING;
                    case ABSENT -> Verdict.MISSING;
                },
                reason);
    }

    static Judged noOpenQuestion(TrackPicture picture) {
        Optional<CommitId> candidate = picture.track().candidate().map(Candidate::commit);
        List<Question> questions = picture.track().said().questions();
        List<String> open =
                questions.stream().filter(Question::open).map(Question::id).toList();
        List<String> blocking = questions.stream()
                .filter(q -> candidate.filter(q::blocks).isPresent())
                .map(Question::id)
                .toList();
        return Judged.met(open.isEmpty() && blocking.isEmpty(), new Reason.Questions(open, blocking));
    }

    static Judged noOtherVersion(TrackPicture picture) {
        for (Sibling sibling : picture.siblings()) {
            if (!sibling.inTheWay()) {
                continue;
            }
            Optional<SupersedeChoice.Choice> choice = picture.track().said().supersedes().stream()
                    .filter(s -> s.other().equals(sibling.version()))
                    .map(SupersedeChoice::choice)
                    .findFirst();
            if (choice.filter(c -> c == SupersedeChoice.Choice.SUPERSEDE).isEmpty()) {
                return inTheWay(sibling, choice.isPresent());
            }
        }
        return Judged.of(Verdict.GREEN, new Reason.NoOther());
    }

    private static Judged inTheWay(Sibling sibling, boolean chosen) {
        return switch (sibling) {
            case Sibling.Known known ->
                Judged.of(
                        chosen ? Verdict.PENDING : Verdict.RED,
                        new Reason.OtherVersion(known.version(), known.stage(), known.stopped()));
            case Sibling.Unreadable unreadable ->
                Judged.of(Verdict.ERROR, new Reason.UnreadableVersion(unreadable.version()));
        };
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
