package io.signalbox.cli.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.home.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Where nobody can listen, one sentence says so before anything is started. */
class DoorTest {
    @Test
    void aTakenPortIsNamedUntilItIsFree() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(Host.LOOPBACK))) {
            port = other.getLocalPort();
            assertThatThrownBy(() -> Door.tryOut(Host.LOOPBACK, other.getLocalPort()))
                    .isInstanceOf(Trouble.class)
                    .hasMessage(
                            "port %d is taken: end the program that listens there, or name another with --port.", port);
        }
        assertThatCode(() -> Door.tryOut(Host.LOOPBACK, port)).doesNotThrowAnyException();
    }

    @Test
    void anAddressOfAnotherMachineIsTurnedDown() {
        // 192.0.2.0/24 is nobody's: it is kept for documentation (RFC 5737).
        assertThatThrownBy(() -> Door.tryOut("192.0.2.1", 0))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("192.0.2.1 is no address of this machine")
                .hasMessageContaining("--address");
    }

    @Test
    void aPortThatCannotBeIsTurnedDown() {
        assertThatThrownBy(() -> Door.tryOut(Host.LOOPBACK, 99_999))
                .isInstanceOf(Trouble.class)
                .hasMessage("there is no port 99999: name one from 0 (any free one) to 65535 with --port.");
    }
}
