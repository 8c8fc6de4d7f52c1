package io.signalbox.cli.demo;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Brings a demo to its end, once: when it is over, or when somebody ends the process. */
final class Ending implements AutoCloseable {
    private final AtomicReference<@Nullable Demo> demo = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Runnable tidy;

    /** @param tidy what is done when everything has stopped */
    Ending(Runnable tidy) {
        this.tidy = tidy;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    Demo with(Demo opened) {
        demo.set(opened);
        return opened;
    }

    @Override
    public void close() {
        if (over.getAndSet(true)) {
            return;
        }
        Demo opened = demo.get();
        if (opened != null) {
            opened.close();
        }
        tidy.run();
    }
}
