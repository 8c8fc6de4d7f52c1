package io.signalbox.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words of PostgreSQL 18, as it wrote them when these things were done to it. */
class StartTest {
    @Test
    void aPortInUseIsTold() {
        String logged = """
                2026-11-25 14:36:10.101 UTC [812] LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
                2026-11-25 14:36:10.101 UTC [812] HINT:  Is another postmaster already running on port 5432? If not, wait a few seconds and retry.
                2026-11-25 14:36:10.102 UTC [812] WARNING:  could not create listen socket for "127.0.0.1"
                2026-11-25 14:36:10.102 UTC [812] FATAL:  could not create any TCP/IP sockets
                """;
        assertThat(Start.failure("", logged)).isEqualTo(new Start.PortTaken("could not create any TCP/IP sockets"));
    }

    @Test
    void processesOfAKilledServerAreTold() {
        String logged = """
                2026-11-25 14:36:10.101 UTC [812] FATAL:  pre-existing shared memory block (key 17, ID 3) is still in use
                2026-11-25 14:36:10.101 UTC [812] HINT:  Terminate any old server processes associated with data directory "/d".
                """;
        assertThat(Start.failure("", logged))
                .isEqualTo(new Start.DataInUse("pre-existing shared memory block (key 17, ID 3) is still in use;"
                        + " Terminate any old server processes associated with data directory \"/d\""));
    }

    @Test
    void aFullDiskIsToldWithItsHint() {
        String said = """
                running bootstrap script ... 2026-11-25 14:50:39.482 UTC [1794] FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9
                2026-11-25 14:50:39.482 UTC [1794] HINT:  Check free disk space.
                child process exited with exit code 1
                """;
        assertThat(Start.cause(said))
                .isEqualTo("could not extend file \"base/1/2691\": wrote only 4096 of 8192 bytes at block 9;"
                        + " Check free disk space");
    }

    @Test
    void whatIsNotUnderstoodIsPassedOn() {
        assertThat(Start.failure("one\ntwo\nunshare: failed to execute initdb\n", ""))
                .isEqualTo(new Start.Failed("two; unshare: failed to execute initdb"));
    }
}
