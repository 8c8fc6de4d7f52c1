package io.signalbox.domain.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What people said about a track, and the holds on it. */
public record Said(
        List<Hold> holds,
        List<Question> questions,
        List<SignOff> signOffs,
        List<CriterionOverride> overrides,
        List<BugNote> bugNotes,
        List<SupersedeChoice> supersedes,
        List<Confirmation> confirmations,
        SubmissionPackage submission) {

    public static final Said NOTHING = new Said(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), SubmissionPackage.NOTHING);

    public Said {
        holds = List.copyOf(holds);
        questions = List.copyOf(questions);
        signOffs = List.copyOf(signOffs);
        overrides = List.copyOf(overrides);
        bugNotes = List.copyOf(bugNotes);
        supersedes = List.copyOf(supersedes);
        confirmations = List.copyOf(confirmations);
    }

    /** Whether exposure must stop at every destination. */
    public boolean stopped() {
        return holds.stream().anyMatch(Hold::stops);
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }

    /** The same with one more hold; one in the same slot stays as it is. */
    public Said holding(Hold hold) {
        boolean there = holds.stream().anyMatch(h -> h.slot().equals(hold.slot()));
        return there ? this : withHolds(added(holds, hold));
    }

    /** The same without the holds that this names. */
    public Said lifting(Predicate<Hold> which) {
        return withHolds(holds.stream().filter(which.negate()).toList());
    }

    public Said withHolds(List<Hold> now) {
        return new Said(now, questions, signOffs, overrides, bugNotes, supersedes, confirmations, submission);
    }

    public Said with(Question question) {
        List<Question> now = replaced(questions, q -> q.id().equals(question.id()), question);
        return new Said(holds, now, signOffs, overrides, bugNotes, supersedes, confirmations, submission);
    }

    /** The same with a team's newest word in the place of its former one. */
    public Said with(SignOff signOff) {
        List<SignOff> now = replaced(signOffs, s -> s.team().equals(signOff.team()), signOff);
        return new Said(holds, questions, now, overrides, bugNotes, supersedes, confirmations, submission);
    }

    public Said withoutSignOff(io.signalbox.domain.app.TeamKey team) {
        List<SignOff> now =
                signOffs.stream().filter(s -> !s.team().equals(team)).toList();
        return new Said(holds, questions, now, overrides, bugNotes, supersedes, confirmations, submission);
    }

    public Said with(CriterionOverride override) {
        List<CriterionOverride> now = replaced(overrides, o -> o.criterion().equals(override.criterion()), override);
        return new Said(holds, questions, signOffs, now, bugNotes, supersedes, confirmations, submission);
    }

    public Said with(BugNote note) {
        List<BugNote> now = replaced(bugNotes, n -> n.bug().equals(note.bug()), note);
        return new Said(holds, questions, signOffs, overrides, now, supersedes, confirmations, submission);
    }

    public Said with(SupersedeChoice choice) {
        List<SupersedeChoice> now = replaced(supersedes, c -> c.other().equals(choice.other()), choice);
        return new Said(holds, questions, signOffs, overrides, bugNotes, now, confirmations, submission);
    }

    public Said with(Confirmation confirmation) {
        return new Said(
                holds,
                questions,
                signOffs,
                overrides,
                bugNotes,
                supersedes,
                added(confirmations, confirmation),
                submission);
    }

    public Said withConfirmations(List<Confirmation> now) {
        return new Said(holds, questions, signOffs, overrides, bugNotes, supersedes, now, submission);
    }

    public Said with(SubmissionPackage submission) {
        return new Said(holds, questions, signOffs, overrides, bugNotes, supersedes, confirmations, submission);
    }

    private static <T> List<T> added(List<T> to, T item) {
        List<T> now = new ArrayList<>(to);
        now.add(item);
        return now;
    }

    private static <T> List<T> replaced(List<T> in, Predicate<T> old, T item) {
        List<T> now = new ArrayList<>(in);
        now.removeIf(old);
        now.add(item);
        return now;
    }
}
