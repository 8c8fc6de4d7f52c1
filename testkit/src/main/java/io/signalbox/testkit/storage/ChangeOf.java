package io.signalbox.testkit.storage;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.SubjectState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a change; a test states only what matters to it. Unless told otherwise the subject is not due again. */
public final class ChangeOf {
    private final SubjectId subject;
    private final long revision;
    private final Instant at;
    private long wakes;
    private Optional<Long> epoch = Optional.empty();
    private final List<Change.Expected> unchanged = new ArrayList<>();
    private Optional<SubjectState> next = Optional.empty();
    private final List<Action> actions = new ArrayList<>();
    private final List<SubjectState> opened = new ArrayList<>();
    private final List<Observed> reported = new ArrayList<>();
    private final List<Entry> journal = new ArrayList<>();
    private Optional<String> command = Optional.empty();
    private Optional<Attention> attention = Optional.empty();
    private Instant lookAgainAt = Instant.MAX;
    private boolean wakesApp;

    private ChangeOf(SubjectId subject, long revision, Instant at) {
        this.subject = subject;
        this.revision = revision;
        this.at = at;
    }

    public static ChangeOf subject(SubjectId subject, long revision, Instant at) {
        return new ChangeOf(subject, revision, at);
    }

    /** How often it had been woken when it was read; never, unless told otherwise. */
    public ChangeOf woken(long times) {
        wakes = times;
        return this;
    }

    public ChangeOf under(long lease) {
        epoch = Optional.of(lease);
        return this;
    }

    public ChangeOf relyingOn(SubjectId other, long itsRevision) {
        unchanged.add(new Change.Expected(other, itsRevision));
        return this;
    }

    public ChangeOf to(SubjectState state) {
        next = Optional.of(state);
        return this;
    }

    public ChangeOf acting(Action... more) {
        actions.addAll(List.of(more));
        return this;
    }

    public ChangeOf opening(SubjectState... more) {
        opened.addAll(List.of(more));
        return this;
    }

    public ChangeOf reporting(Observed... more) {
        reported.addAll(List.of(more));
        return this;
    }

    /** Writes something down, by which entries can be told apart. */
    public ChangeOf noting(String note) {
        return writing(new Entry(at, subject, "Robot", new Fact.Unparked(Optional.of(note))));
    }

    public ChangeOf writing(Entry... more) {
        journal.addAll(List.of(more));
        return this;
    }

    public ChangeOf asCommand(String id) {
        command = Optional.of(id);
        return this;
    }

    public ChangeOf following(Attention now) {
        attention = Optional.of(now);
        return this;
    }

    public ChangeOf dueAt(Instant due) {
        lookAgainAt = due;
        return this;
    }

    public ChangeOf wakingApp() {
        wakesApp = true;
        return this;
    }

    public Change made() {
        return new Change(
                subject,
                revision,
                wakes,
                epoch,
                unchanged,
                next,
                actions,
                opened,
                reported,
                journal,
                command,
                attention,
                lookAgainAt,
                wakesApp,
                at);
    }
}
