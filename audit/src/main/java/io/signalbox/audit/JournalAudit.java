package io.signalbox.audit;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.UnreadableRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges the whole journal of an app, each release by the policy that it keeps. Reads only. */
public final class JournalAudit {
    private static final int PAGE = 500;

    private final Storage storage;

    public JournalAudit(Storage storage) {
        this.storage = storage;
    }

    /**
     * What was found.
     *
     * @param entries how many were read
     * @param releases how many they are about
     */
    public record Report(long entries, int releases, List<Violation> violations) {
        public Report {
            violations = List.copyOf(violations);
        }
    }

    /** Reads what is there when it begins; entries that are added meanwhile may be left for the next time. */
    public Report of(AppKey app) {
        List<Kept> train = new ArrayList<>();
        Map<ReleaseId, List<Kept>> releases = new TreeMap<>();
        long last = 0;
        for (List<Kept> page = storage.journal(app, 0, PAGE);
                !page.isEmpty();
                page = storage.journal(app, last, PAGE)) {
            for (Kept kept : page) {
                switch (kept.entry().subject()) {
                    case TrainId _ -> train.add(kept);
                    case ReleaseId id ->
                        releases.computeIfAbsent(id, _ -> new ArrayList<>()).add(kept);
                    case TrackId id ->
                        releases.computeIfAbsent(id.release(), _ -> new ArrayList<>())
                                .add(kept);
                }
            }
            last = page.getLast().sequence();
        }
        List<Violation> violations = new ArrayList<>();
        releases.forEach((id, entries) -> violations.addAll(release(id, with(train, entries))));
        return new Report(last, releases.size(), violations);
    }

    /** What people say to a train is said to its releases too. */
    private static List<Kept> with(List<Kept> train, List<Kept> release) {
        List<Kept> all = new ArrayList<>(train);
        all.addAll(release);
        all.sort(Comparator.comparingLong(Kept::sequence));
        return all;
    }

    private List<Violation> release(ReleaseId id, List<Kept> journal) {
        Optional<Policy> policy = policy(id);
        if (policy.isEmpty()) {
            return List.of(new Violation(
                    "S2", journal.getLast().entry().at(), "the policy that %s keeps cannot be read".formatted(id)));
        }
        return HistoryChecker.checkJournal(journal, policy.get());
    }

    private Optional<Policy> policy(SubjectId id) {
        try {
            return storage.read(id).orElse(null) instanceof Snapshot.OfRelease of
                    ? storage.policy(of.release().policy())
                    : Optional.empty();
        } catch (UnreadableRecord _) {
            return Optional.empty();
        }
    }
}
