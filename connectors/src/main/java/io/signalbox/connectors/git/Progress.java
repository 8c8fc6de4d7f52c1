package io.signalbox.connectors.git;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** How far a long operation has come, in words; and a way to end it. Thread-safe. */
final class Progress extends EmptyProgressMonitor {
    private volatile String task = "asking the host";
    private final AtomicInteger done = new AtomicInteger();
    private volatile int total;
    private volatile boolean cancelled;

    @Override
    public void beginTask(String title, int work) {
        task = title;
        total = work;
        done.set(0);
    }

    @Override
    public void update(int completed) {
        done.addAndGet(completed);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public String toString() {
        return total == UNKNOWN
                ? "%s, %d".formatted(task, done.get())
                : "%s, %d of %d".formatted(task, done.get(), total);
    }
}
