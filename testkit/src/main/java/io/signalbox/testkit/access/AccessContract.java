package io.signalbox.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.access.Access.Grant;
import io.signalbox.engine.access.Access.Kind;
import io.signalbox.testkit.values.Variants;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is relied on by whoever asks for a secret. */
public interface AccessContract {

    /** Empty at the beginning of each test and the same throughout it. */
    Access access();

    private static Grant grant(String hash, Kind kind, Actor actor) {
        return new Grant(hash, kind, actor, Given.NOW.plusNanos(123_456_000), Given.NOW.plusSeconds(3600));
    }

    private static Actor ana() {
        return new Actor("Ana", Role.RELEASE_MANAGER, Optional.of(new TeamKey("search")));
    }

    @Test
    default void whatIsKeptIsFoundAsItWas() {
        int count = 0;
        for (Kind kind : Kind.values()) {
            for (Actor actor : Variants.of(Actor.class)) {
                Grant grant = grant("hash-" + count++, kind, actor);
                access().keep(grant);
                assertThat(access().find(grant.hash())).contains(grant);
            }
        }
        assertThat(access().all()).hasSize(count);
    }

    @Test
    default void anUnknownSecretIsNotFound() {
        assertThat(access().find("unknown")).isEmpty();
        assertThat(access().take("unknown")).isEmpty();
        assertThat(access().all()).isEmpty();
    }

    @Test
    default void theNewestGrantOfASecretCounts() {
        access().keep(grant("hash", Kind.LINK, ana()));
        Grant newer = grant("hash", Kind.TOKEN, Actor.ROBOT);
        access().keep(newer);
        assertThat(access().all()).containsExactly(newer);
    }

    @Test
    default void whatIsTakenIsGone() {
        Grant link = grant("link", Kind.LINK, ana());
        Grant token = grant("token", Kind.TOKEN, ana());
        access().keep(link);
        access().keep(token);
        assertThat(access().take("link")).contains(link);
        assertThat(access().take("link")).isEmpty();
        assertThat(access().all()).containsExactly(token);
    }

    @Test
    default void ofSeveralWhoTakeAtOnceOneGetsIt() throws InterruptedException, ExecutionException {
        access().keep(grant("link", Kind.LINK, ana()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<Grant>> take = () -> access().take("link");
            List<Future<Optional<Grant>>> tries =
                    threads.invokeAll(Stream.generate(() -> take).limit(8).toList());
            int got = 0;
            for (Future<Optional<Grant>> each : tries) {
                got += each.get().isPresent() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
    }
}
