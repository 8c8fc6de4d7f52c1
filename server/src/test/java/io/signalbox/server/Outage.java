package io.signalbox.server;

import io.signalbox.engine.storage.StorageDown;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets whatever is kept be away, and come back. */
final class Outage {
    static final String SENTENCE = "The database at jdbc:postgresql://db.example:5432/signalbox cannot be reached.";

    private final AtomicBoolean away = new AtomicBoolean();

    void begin() {
        away.set(true);
    }

    void end() {
        away.set(false);
    }

    /** The same port, reached as long as there is no outage. */
    <P> P reaching(Class<P> port, P real) {
        Object reached =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (away.get()) {
                        throw new StorageDown(SENTENCE);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return port.cast(reached);
    }
}
