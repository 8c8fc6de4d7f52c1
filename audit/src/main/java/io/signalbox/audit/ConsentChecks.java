package io.signalbox.audit;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** S12: a move is made by the Robot's own word only if people armed it for that; else by as many people as the policy wants. */
final class ConsentChecks {
    private final Map<Move, Mode> armed = new EnumMap<>(Move.class);
    private final Map<SubjectId, Map<String, Set<String>>> yes = new HashMap<>();

    private ConsentChecks() {}

    static List<Violation> nothingWithoutConsent(History history) {
        ConsentChecks words = new ConsentChecks();
        List<Violation> found = new ArrayList<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            if (entry.fact() instanceof Fact.Commanded given) {
                words.hear(entry, given.command());
            } else if (entry.fact() instanceof Fact.Sent fact) {
                History.Sent sent = new History.Sent(entry.at(), entry.subject(), fact.action(), fact.guard());
                history.move(sent)
                        .filter(move -> words.missing(move, sent))
                        .ifPresent(move -> found.add(
                                new Violation("S12", sent.at(), sent.name() + " had no consent for " + move.move())));
            }
        }
        return found;
    }

    private void hear(Entry entry, Command command) {
        if (command instanceof Command.Arm arm) {
            armed.put(arm.move(), arm.mode());
        } else if (command instanceof Command.Confirm confirm) {
            yes.computeIfAbsent(entry.subject(), _ -> new HashMap<>())
                    .computeIfAbsent(confirm.fingerprint(), _ -> new HashSet<>())
                    .add(entry.by());
        }
    }

    /** A yes is to one proposal: another decision needs another. */
    private boolean missing(MovePolicy move, History.Sent sent) {
        int given = yes.getOrDefault(sent.subject(), Map.of())
                .getOrDefault(sent.action().decision(), Set.of())
                .size();
        return switch (move.mode().atMost(armed.getOrDefault(move.move(), Mode.OBSERVE))) {
            case OBSERVE -> true;
            case MANUAL -> given < 1;
            case CONFIRM -> given < move.approvals();
            case AUTOMATIC -> false;
        };
    }
}
