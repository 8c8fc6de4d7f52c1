package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.audit.JournalAudit;
import io.signalbox.audit.Violation;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Mode;
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

    @Test
    void whatNobodyArmedIsFound() {
        JournalAudit.Report report = report(e -> e.fact()
                        instanceof Fact.Commanded(var id, var channel, Command.Arm arm)
                ? new Entry(
                        e.at(),
                        e.subject(),
                        e.by(),
                        new Fact.Commanded(id, channel, new Command.Arm(arm.move(), Mode.OBSERVE, arm.reason())))
                : e);
        assertThat(report.violations()).extracting(Violation::invariant).containsOnly("S12");
    }

    @Test
    void whatNobodyConfirmedIsFound() {
        JournalAudit.Report report = report(e -> e.fact()
                        instanceof Fact.Commanded(var id, var channel, Command.Arm arm)
                ? new Entry(
                        e.at(),
                        e.subject(),
                        e.by(),
                        new Fact.Commanded(id, channel, new Command.Arm(arm.move(), Mode.CONFIRM, arm.reason())))
                : e);
        assertThat(report.violations())
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).contains(RELEASE.text(), "bump"));
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
