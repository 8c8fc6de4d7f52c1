package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.audit.JournalAudit;
import io.signalbox.audit.Violation;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.storage.Storage;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a journal alone shows of a day, read from the storage that kept it. */
class JournalAuditTest {
    private static final AppKey APP = SimPlan.APP.key();
    private static final ReleaseId RELEASE = new ReleaseId(APP, new Version("8.9.2"));

    private final List<Storage> kept = new ArrayList<>();
    private final Run run = Simulation.run(
            new Simulation.Setup(2, Aim.LIVENESS),
            ticker -> {
                kept.add(new MemoryStorage(ticker));
                return kept.getLast();
            },
            Aim.LIVENESS.length());

    private JournalAudit.Report report(UnaryOperator<Entry> rewritten) {
        return new JournalAudit(new ForwardingStorage(kept.getFirst()) {
                    @Override
                    public List<Kept> journal(AppKey app, long after, int most) {
                        return super.journal(app, after, most).stream()
                                .map(k -> new Kept(k.sequence(), rewritten.apply(k.entry())))
                                .toList();
                    }
                })
                .of(APP);
    }

    @Test
    void aWholeDayBreaksNoPromise() {
        JournalAudit.Report report = report(UnaryOperator.identity());
        assertThat(report.violations()).isEmpty();
        assertThat(report.entries()).isEqualTo(run.journal().size()).isGreaterThan(100);
        assertThat(report.releases()).isEqualTo(1);
    }

    @Test
    void whatWentForwardWithoutItsGuardIsFound() {
        JournalAudit.Report report = report(e -> e.fact() instanceof Fact.Sent sent
                ? new Entry(e.at(), e.subject(), e.by(), new Fact.Sent(sent.action(), List.of()))
                : e);
        assertThat(report.violations()).extracting(Violation::invariant).contains("S2", "S1");
    }

    /** As if people had armed every move in this way only. */
    private static UnaryOperator<Entry> armed(Mode mode) {
        return e -> e.fact() instanceof Fact.Commanded(var id, var channel, Command.Arm arm)
                ? new Entry(
                        e.at(),
                        e.subject(),
                        e.by(),
                        new Fact.Commanded(id, channel, new Command.Arm(arm.move(), mode, arm.reason())))
                : e;
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"OBSERVE", "MANUAL", "CONFIRM"})
    void whatNobodyArmedOrConfirmedIsFound(Mode mode) {
        assertThat(report(armed(mode)).violations())
                .isNotEmpty()
                .extracting(Violation::invariant)
                .containsOnly("S12");
    }

    /** Whoever says yes says it to one proposal. */
    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void aYesToAnotherProposalIsNone(boolean toTheVeryOne, int broken) {
        List<Violation> bump = report(e -> e.fact() instanceof Fact.Happened(Happening.ActionPlanned planned)
                                && planned.move() == Move.BUMP
                        ? new Entry(
                                e.at(),
                                e.subject(),
                                "Ana",
                                new Fact.Commanded(
                                        "yes",
                                        "web",
                                        new Command.Confirm(
                                                toTheVeryOne ? planned.action().decision() : "another")))
                        : armed(Mode.MANUAL).apply(e))
                .violations()
                .stream()
                .filter(v -> v.what().contains("bump"))
                .toList();
        assertThat(bump).hasSize(broken);
    }

    @Test
    void aReleaseWhosePolicyIsGoneIsNotCalledWell() {
        JournalAudit audit = new JournalAudit(new ForwardingStorage(kept.getFirst()) {
            @Override
            public Optional<Policy> policy(String hash) {
                return Optional.empty();
            }
        });
        assertThat(audit.of(APP).violations())
                .singleElement()
                .satisfies(v ->
                        assertThat(v.what()).isEqualTo("the policy that %s keeps cannot be read".formatted(RELEASE)));
    }
}
