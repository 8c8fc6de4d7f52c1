package io.signalbox.cli.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.gate.Interceptor.Moment;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one PostgreSQL: one is stopped, two are killed, each in a moment at which that hurts. */
class ReplicasTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration OWNED_AGAIN = Duration.ofSeconds(12);
    private static final double TWO_STEPS = 0.015;

    /** How late a server may be that was stopped for longer than that. */
    private static final Duration LATE = LEASE.plusSeconds(2);

    @TempDir
    Path folder;

    @Test
    void theOthersGoOnAndNothingHappensTwice() throws Exception {
        try (Replicas replicas = Replicas.open(folder, 3)) {
            replicas.arm();
            replicas.until("1 % at every store", PATIENCE, () -> replicas.least() >= 0.01);
            stoppedBeforeItsCall(replicas);
            killedAfterItsEffect(replicas);
            killedWhileItAsks(replicas);
            Effects.checkOnceAndInOrder(replicas.world());
        }
    }

    /** A Play edit is written and not committed: the next call would be the effect. */
    private static void stoppedBeforeItsCall(Replicas replicas) throws Exception {
        Strike strike = Strike.on(
                replicas,
                Replica::stop,
                (moment, vendor, call) -> moment == Moment.APPLIED
                        && vendor == Vendor.PLAY
                        && call.method().equals("PUT"));
        replicas.until("one is stopped", PATIENCE, strike::done);
        replicas.pass(LATE);
        replicas.goOn(PATIENCE, TWO_STEPS);
        String stopped = strike.victim().name();
        strike.victim().goOn();
        replicas.pass(Duration.ofSeconds(2));
        Effects.checkOnceAndInOrder(replicas.world());
        replicas.until(
                stopped + " works again",
                PATIENCE,
                () -> replicas.world().log().entries().reversed().stream()
                        .limit(200)
                        .anyMatch(e -> Effects.caller(e).equals(stopped)));
    }

    private static void killedAfterItsEffect(Replicas replicas) throws Exception {
        Strike strike = Strike.on(
                replicas,
                Replica::kill,
                (moment, vendor, call) -> moment == Moment.APPLIED
                        && vendor == Vendor.FEED
                        && call.method().equals("PUT"));
        replicas.until("one is killed", PATIENCE, strike::done);
        replicas.goOn(PATIENCE, TWO_STEPS);
    }

    private static void killedWhileItAsks(Replicas replicas) throws Exception {
        Strike strike = Strike.onHolder(
                replicas,
                Replica::kill,
                (moment, vendor, call) -> moment == Moment.APPLIED
                        && vendor == Vendor.FEED
                        && call.method().equals("GET"));
        replicas.until("one is killed", PATIENCE, strike::done);
        Duration owned = strike.ownedAgain(PATIENCE);
        System.out.printf(
                Locale.ENGLISH,
                "what a killed server held was worked on again after %.1f s%n",
                owned.toMillis() / 1000.0);
        assertThat(owned).isPositive().isLessThanOrEqualTo(OWNED_AGAIN);
        replicas.goOn(PATIENCE, TWO_STEPS);
    }
}
