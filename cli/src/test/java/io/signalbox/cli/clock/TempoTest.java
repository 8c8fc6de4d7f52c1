package io.signalbox.cli.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {
    private final Tempo tempo = new Tempo();

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Test
    void whatOneJumpTookTooLongTheNextOnesMakeUpFor() {
        assertThat(tempo.shortened(seconds(2))).isEqualTo(seconds(2));
        tempo.took(seconds(2), seconds(5));
        assertThat(tempo.shortened(seconds(2))).isZero();
        tempo.took(seconds(2), seconds(0));
        assertThat(tempo.shortened(seconds(2))).isEqualTo(seconds(1));
        tempo.took(seconds(2), seconds(1));
        assertThat(tempo.shortened(seconds(2))).isEqualTo(seconds(2));
    }

    @Test
    void timeThatWasLeftIsNotSavedUp() {
        tempo.took(seconds(2), seconds(1));
        assertThat(tempo.shortened(seconds(2))).isEqualTo(seconds(2));
    }

    @Test
    void noMoreThanHalfAMinuteIsMadeUpFor() {
        tempo.took(seconds(0), Duration.ofMinutes(10));
        assertThat(tempo.shortened(seconds(31))).isEqualTo(seconds(1));
        tempo.forget();
        assertThat(tempo.shortened(seconds(31))).isEqualTo(seconds(31));
    }
}
