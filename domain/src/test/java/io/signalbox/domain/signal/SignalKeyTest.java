package io.signalbox.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalKeyTest {
    @Test
    void everyKeyIsToldByItsText() {
        for (SignalKind kind : SignalKind.values()) {
            for (String scope : List.of("", "play", "a:b")) {
                SignalKey key = new SignalKey(kind, scope);
                assertThat(SignalKey.parse(key.text())).contains(key);
            }
        }
    }

    @Test
    void whatIsNoKeyIsNone() {
        assertThat(SignalKey.parse("weather:play")).isEmpty();
        assertThat(SignalKey.parse("BUGS")).isEmpty();
        assertThat(SignalKey.parse("")).isEmpty();
    }
}
