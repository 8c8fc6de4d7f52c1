package io.signalbox.server.drive;

import io.signalbox.domain.action.ActionId;
import io.signalbox.engine.Engine;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.engine.watch.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts what is due, each on its own virtual thread, never more at once than the limits allow. Thread-safe. */
public final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final int LOOKS = 8;
    private static final int ASKS = 8;

    /** Who asks a source says so again and again: if that ends, another replica asks it after this. */
    private static final Duration ASK_LEASE = Duration.ofSeconds(6);

    private static final Duration ASKING_STILL = Duration.ofSeconds(2);

    /** A source must have answered within this, or another replica may ask it. */
    private static final Duration LONGEST_ASK = Duration.ofSeconds(90);

    private final Engine engine;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore looks = new Semaphore(LOOKS);
    private final Semaphore asks = new Semaphore(ASKS);

    public Work(Engine engine) {
        this.engine = engine;
    }

    /** Starts what is due and for which there is room. */
    public List<Future<?>> start() {
        List<Future<?>> started = new ArrayList<>();
        int room = looks.availablePermits();
        if (room > 0) {
            for (Claim claim : engine.reconciler().claim(room)) {
                looks.acquireUninterruptibly();
                started.add(threads.submit(() -> look(claim)));
            }
        }
        int roomToAsk = asks.availablePermits();
        if (roomToAsk > 0) {
            for (WatchClaim claim : engine.watcher().claim(roomToAsk, ASK_LEASE)) {
                started.add(run(asks, "asking " + claim.source() + " of " + claim.app(), () -> ask(claim)));
            }
        }
        return started;
    }

    /** When something is due next. */
    public Optional<Instant> nextDue() {
        return engine.storage().nextDue();
    }

    private Future<?> run(Semaphore limit, String what, Runnable task) {
        limit.acquireUninterruptibly();
        return threads.submit(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("Failed while {}; it is looked at again.", what, e);
            } finally {
                limit.release();
            }
        });
    }

    /** Calls may take long; while they do, others are looked at. */
    private void look(Claim claim) {
        List<ActionId> planned = List.of();
        try {
            planned = engine.reconciler().look(claim);
        } catch (RuntimeException e) {
            LOG.error("Failed while looking at {}; it is looked at again.", claim.subject(), e);
        } finally {
            looks.release();
        }
        List<Future<?>> sending = planned.stream()
                .<Future<?>>map(action -> threads.submit(() -> send(action)))
                .toList();
        sending.forEach(Work::await);
    }

    private void send(ActionId action) {
        try {
            engine.send(action);
        } catch (RuntimeException e) {
            LOG.error("Failed while sending {}; what became of it is read back.", action, e);
        }
    }

    /** Waits for something that was started; failures are logged where they happen. */
    public static void await(Future<?> started) {
        try {
            started.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("Failed outside its own handling.", e.getCause());
        }
    }

    private void ask(WatchClaim claim) {
        CountDownLatch over = new CountDownLatch(1);
        threads.execute(() -> keep(claim, over));
        try {
            Optional<Asking> asking = engine.watcher().begin(claim);
            if (asking.isPresent()) {
                asking.get()
                        .failure()
                        .ifPresent(f ->
                                LOG.warn("{} of {} cannot be asked: {}", claim.source(), claim.app(), f.message()));
                engine.watcher().finish(asking.get(), engine.watcher().ask(asking.get()));
            }
        } finally {
            over.countDown();
        }
    }

    private void keep(WatchClaim claim, CountDownLatch over) {
        try {
            Duration asked = Duration.ZERO;
            while (!over.await(ASKING_STILL.toMillis(), TimeUnit.MILLISECONDS) && asked.compareTo(LONGEST_ASK) < 0) {
                asked = asked.plus(ASKING_STILL);
                engine.watcher().keep(claim, ASK_LEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("{} of {} may be asked by another too: {}", claim.source(), claim.app(), e.getMessage());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
