package io.signalbox.domain.criterion;

import static io.signalbox.domain.Given.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.act.Refusal.Why;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person accepts that a criterion is not met. */
@Requirement("R42")
class OverrideTest {
    private static Scene red() {
        return Scene.candidate()
                .guardedBy(new Criterion.CrashRate(Given.BETA, 0.5, 1000, Duration.ZERO), new Criterion.Soaked());
    }

    private static Command.OfTrack accept(String criterion) {
        return new Command.AcceptCriterion(new CriterionKey(criterion), "known and harmless");
    }

    @Test
    void itIsShownOnTheRowWithWhoAndWhyAndTheVerdictStays() {
        Finding finding = red().give(accept("crash-rate-beta")).decide().finding("crash-rate-beta");
        assertThat(finding.verdict()).isEqualTo(Verdict.RED);
        assertThat(finding.lets()).isTrue();
        assertThat(finding.accepted()).hasValueSatisfying(o -> {
            assertThat(o.by()).isEqualTo("Ana");
            assertThat(o.reason()).isEqualTo("known and harmless");
            assertThat(o.candidate()).isEqualTo(COMMIT);
        });
    }

    @Test
    void itDiesWithTheCandidate() {
        Scene scene = red().give(accept("crash-rate-beta"));
        Candidate c = Given.candidate();
        scene.track(t -> t.with(new Candidate(4, Given.commit('c'), c.build(), c.artifacts(), c.namedAt())));
        assertThat(scene.decide().finding("crash-rate-beta").lets()).isFalse();
    }

    @Test
    void itNeedsAReasonAndSomethingThatIsNotMet() {
        Scene scene = red();
        Command mute = new Command.AcceptCriterion(new CriterionKey("crash-rate-beta"), "ok");
        assertThat(scene.applied((Command.OfTrack) mute, Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NoReason(5)));
        scene.guard(Move.SUBMIT, new Criterion.TestsGreen());
        assertThat(scene.applied(accept("tests-green"), Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NotNow(Why.CRITERION_MET)));
    }

    @Test
    void whatAStoreSaysIsNotAcceptedAway() {
        assertThat(red().applied(accept("soaked"), Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NotNow(Why.CANNOT_BE_ACCEPTED)));
    }

    @Test
    void whoAcceptsNotKnowingHasNotAcceptedThatItIsRed() {
        SignalKey health = new SignalKey(SignalKind.HEALTH, Given.BETA.value());
        Scene scene = red();
        Reading crashing = scene.picture()
                .signals()
                .find(Given.TRACK, health)
                .orElseThrow()
                .latest()
                .lastRead()
                .orElseThrow()
                .reading();
        scene.withoutSignal(health).give(accept("crash-rate-beta"));
        assertThat(scene.decide().finding("crash-rate-beta").lets())
                .as("not known, as accepted")
                .isTrue();
        assertThat(scene.says(health, crashing)
                        .decide()
                        .finding("crash-rate-beta")
                        .lets())
                .isFalse();
    }

    @Test
    void whoAcceptsRedHasAcceptedNotKnowingToo() {
        Scene scene = red().give(accept("crash-rate-beta"));
        scene.withoutSignal(new SignalKey(SignalKind.HEALTH, Given.BETA.value()));
        assertThat(scene.decide().finding("crash-rate-beta").lets()).isTrue();
    }
}
