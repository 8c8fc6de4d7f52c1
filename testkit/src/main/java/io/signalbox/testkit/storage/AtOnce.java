package io.signalbox.testkit.storage;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets several do something at the same time. */
final class AtOnce {
    private AtOnce() {}

    /** What each of them got, in order. Fails if one of them fails or all together take longer than half a minute. */
    static <T> List<T> run(int many, IntFunction<T> task) {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, many)
                    .mapToObj(i -> threads.submit(after(go, () -> task.apply(i))))
                    .toList();
            go.countDown();
            return running.stream().map(AtOnce::result).toList();
        }
    }

    private static <T> Callable<T> after(CountDownLatch go, Callable<T> task) {
        return () -> {
            go.await();
            return task.call();
        };
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("one of several that ran at once failed", e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("several that ran at once did not come to an end", e);
        }
    }
}
