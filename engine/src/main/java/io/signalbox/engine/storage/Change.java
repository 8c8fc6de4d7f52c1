package io.signalbox.engine.storage;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One transition of a subject, kept whole or not at all.
 *
 * @param expectedRevision the revision on which it was concluded
 * @param wakes how often the subject had been woken by then; if it was woken since, it is due at once
 * @param epoch the lease under which it was concluded; empty for what needs none
 * @param unchanged revisions of other subjects on which it relies
 * @param next the new state; empty if it stays
 * @param actions new or changed ones
 * @param opened new subjects
 * @param reported signals that came with a command
 * @param command the unique id of the command that this carries out
 * @param lookAgainAt when the subject is due next; the present means at once
 * @param wakesApp whether the app's other subjects must look at once
 */
public record Change(
        SubjectId subject,
        long expectedRevision,
        long wakes,
        Optional<Long> epoch,
        List<Expected> unchanged,
        Optional<SubjectState> next,
        List<Action> actions,
        List<SubjectState> opened,
        List<Observed> reported,
        List<Entry> journal,
        Optional<String> command,
        Optional<Attention> attention,
        Instant lookAgainAt,
        boolean wakesApp,
        Instant at) {
    public Change {
        unchanged = List.copyOf(unchanged);
        actions = List.copyOf(actions);
        opened = List.copyOf(opened);
        reported = List.copyOf(reported);
        journal = List.copyOf(journal);
    }

    public record Expected(SubjectId subject, long revision) {}

    /** Whether anything but the time of the next look changes. */
    public boolean changesAnything() {
        return next.isPresent() || !actions.isEmpty() || !opened.isEmpty() || !reported.isEmpty() || !journal.isEmpty();
    }
}
