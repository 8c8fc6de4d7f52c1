package io.signalbox.engine.config;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import java.util.List;
import java.util.Optional;

/** What is configured now. Thread-safe. */
public interface Configuration {
    List<AppKey> apps();

    Optional<App> app(AppKey key);

    /** The policy that the app's next release will keep. */
    Optional<Policy> policy(AppKey key);

    /** A policy that some release keeps, whether or not it is still in use. */
    Optional<Policy> policy(String hash);
}
