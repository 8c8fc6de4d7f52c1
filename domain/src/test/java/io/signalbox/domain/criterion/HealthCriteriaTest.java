package io.signalbox.domain.criterion;

import static io.signalbox.domain.Given.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Crash rates, and that not knowing is never green. */
class HealthCriteriaTest {
    private static final SignalKey KEY = new SignalKey(SignalKind.HEALTH, BETA.value());
    private static final Criterion RATE = new Criterion.CrashRate(BETA, 2.5, 1000, Duration.ZERO);

    private static Finding find(Scene scene) {
        return TrackJudge.find(RATE, scene.picture(), Optional.empty(), scene.now());
    }

    @ParameterizedTest
    @Requirement("R24")
    @CsvSource({"10000, 25, GREEN", "10000, 26, RED", "1000000, 2600, RED", "999, 0, PENDING", "0, 0, MISSING"})
    void theRateIsPerUseAndWithoutEnoughUseItSaysNothing(long sessions, long crashed, Verdict verdict) {
        assertThat(find(Scene.candidate().says(KEY, Scene.health(sessions, crashed)))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    @Requirement("R24")
    void theSizeOfTheUseIsShown() {
        Finding finding = find(Scene.candidate().says(KEY, Scene.health(999, 0)));
        assertThat(((Reason.TooFewSessions) finding.reason()).sessions()).isEqualTo(999);
        assertThat(((Reason.TooFewSessions) finding.reason()).needed()).isEqualTo(1000);
    }

    @Test
    @Requirement("R41")
    void aSourceThatFailsIsAnErrorWhateverItSaidBefore() {
        Scene scene = Scene.candidate();
        Observation before = scene.picture().signals().all().stream()
                .filter(s -> s.key().equals(KEY))
                .findFirst()
                .orElseThrow()
                .latest();
        Failure failure = new Failure(Failure.Kind.NONSENSE, "not JSON");
        scene.observed(KEY, before.then(failure, scene.now()));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    @Requirement("R41")
    void aTimeInTheFutureIsNotBelievedAndDoesNotOutlastTrueAnswers() {
        Scene scene = Scene.candidate();
        Instant farAhead = scene.now().plus(Duration.ofDays(365));
        Observation wrong = Observation.Read.first(Scene.health(10_000, 0), farAhead, scene.now(), Optional.empty());
        assertThat(find(scene.observed(KEY, wrong)).verdict()).isEqualTo(Verdict.ERROR);
        Instant later = scene.now().plus(Duration.ofMinutes(5));
        Observation right = wrong.then(Observation.Read.first(Scene.health(10_000, 0), later, later, Optional.empty()));
        assertThat(find(scene.inSilence(Duration.ofMinutes(5)).observed(KEY, right))
                        .verdict())
                .isEqualTo(Verdict.GREEN);
    }

    @Test
    void anOlderAnswerThatComesLateChangesNothing() {
        Instant now = Scene.candidate().now();
        Observation.Read newer = Observation.Read.first(Scene.health(10_000, 0), now, now, Optional.empty());
        Observation.Read older = Observation.Read.first(
                Scene.health(10_000, 500), now.minusSeconds(60), now.plusSeconds(1), Optional.empty());
        assertThat(newer.then(older)).isEqualTo(newer);
    }
}
