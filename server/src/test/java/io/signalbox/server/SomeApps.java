package io.signalbox.server;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.config.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** These apps, which all follow one policy. */
public final class SomeApps implements Configuration {
    private final List<App> apps;
    private final Policy policy = Given.policy(
            Given.process(
                    Mode.AUTOMATIC,
                    new Criterion.NoOpenQuestion(),
                    new Criterion.PackageComplete(List.of("en-US", "sv-SE"), List.of("export"), 500)),
            new Criterion.AnyCommit());

    public SomeApps(App... apps) {
        this.apps = Arrays.asList(apps);
    }

    @Override
    public List<AppKey> apps() {
        return apps.stream().map(App::key).toList();
    }

    @Override
    public Optional<App> app(AppKey key) {
        return apps.stream().filter(a -> a.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Policy> policy(AppKey key) {
        return Optional.of(policy);
    }

    @Override
    public Optional<Policy> policy(String hash) {
        return Optional.of(policy);
    }
}
