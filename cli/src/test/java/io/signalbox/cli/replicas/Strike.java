package io.signalbox.cli.replicas;

import io.signalbox.world.gate.Interceptor;
import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Something done to a server, once, in the middle of one of its calls. */
final class Strike implements Interceptor {
    private final Replicas replicas;
    private final Consumer<Replica> what;
    private final When when;
    private final boolean holders;
    private volatile Optional<Replica> victim = Optional.empty();
    private volatile long at;

    /** The moment of a call in which it strikes. */
    @FunctionalInterface
    interface When {
        boolean is(Moment moment, Vendor vendor, Call call);
    }

    private Strike(Replicas replicas, Consumer<Replica> what, When when, boolean holders) {
        this.replicas = replicas;
        this.what = what;
        this.when = when;
        this.holders = holders;
    }

    static Strike on(Replicas replicas, Consumer<Replica> what, When when) {
        return lying(new Strike(replicas, what, when, false));
    }

    /** Only who holds something is struck: else there is nothing to be taken over. */
    static Strike onHolder(Replicas replicas, Consumer<Replica> what, When when) {
        return lying(new Strike(replicas, what, when, true));
    }

    private static Strike lying(Strike strike) {
        strike.replicas.world().intercept(strike);
        return strike;
    }

    @Override
    public synchronized void reached(Moment moment, Vendor vendor, Call call) {
        if (victim.isEmpty() && when.is(moment, vendor, call)) {
            Optional<Replica> caller = replicas.world()
                    .keys()
                    .claimed(vendor, call)
                    .flatMap(replicas::find)
                    .filter(replica -> !holders || !heldBy(replica).isEmpty());
            caller.ifPresent(what);
            at = System.nanoTime();
            victim = caller;
        }
    }

    boolean done() {
        return victim.isPresent();
    }

    Replica victim() {
        return victim.orElseThrow();
    }

    /** Waits until nothing is held by who was killed that still is to be done, and says how long after its end that was. */
    Duration ownedAgain(Duration patience) throws Exception {
        replicas.until("nothing is left that it held", patience, () -> unowned().isEmpty());
        return Duration.ofNanos(System.nanoTime() - at);
    }

    private List<String> unowned() {
        return heldBy(victim());
    }

    private List<String> heldBy(Replica replica) {
        try {
            return replicas.books().ownedBy(replica.leases());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
