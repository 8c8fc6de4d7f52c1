package io.signalbox.server;

import static io.signalbox.server.RunningServer.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.actor.Role;
import io.signalbox.engine.access.Access.Kind;
import io.signalbox.engine.memory.MemoryAccess;
import io.signalbox.server.access.Doorkeeper;
import io.signalbox.server.access.Doorkeeper.Token;
import io.signalbox.testkit.time.VirtualTime;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {
    private final VirtualTime time = new VirtualTime(Given.START);
    private final Doorkeeper doorkeeper = new Doorkeeper(new MemoryAccess(), time);

    @Test
    void onlyTokensThatOpenSomethingAreListedOldestFirst() {
        doorkeeper.token(person("Ana", Role.RELEASE_MANAGER));
        time.to(Given.START.plusSeconds(60));
        doorkeeper.token(person("Kim", Role.SERVICE));
        doorkeeper.open(doorkeeper.link(person("Vera", Role.VIEWER)));
        assertThat(doorkeeper.tokens()).extracting(t -> t.actor().name()).containsExactly("Ana", "Kim");
        time.to(Given.START.plus(Doorkeeper.TOKEN_LASTS));
        assertThat(doorkeeper.tokens()).extracting(t -> t.actor().name()).containsExactly("Kim");
    }

    @Test
    void aTokenIsTakenBackByItsWholeIdAndNoOtherWithIt() {
        String anas = doorkeeper.token(person("Ana", Role.RELEASE_MANAGER));
        String kims = doorkeeper.token(person("Kim", Role.SERVICE));
        Token ana = doorkeeper.tokens().stream()
                .filter(t -> t.actor().name().equals("Ana"))
                .findFirst()
                .orElseThrow();
        assertThat(doorkeeper.revoke(ana.id().substring(1))).isEmpty();
        assertThat(doorkeeper.revoke(ana.id())).contains(ana);
        assertThat(doorkeeper.revoke(ana.id())).isEmpty();
        assertThat(doorkeeper.known(anas, Kind.TOKEN)).isEmpty();
        assertThat(doorkeeper.known(kims, Kind.TOKEN)).isPresent();
    }
}
