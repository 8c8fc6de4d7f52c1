package io.signalbox.engine.reconcile;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.picture.Sibling;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.picture.TrainPicture;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Misconfigured;
import io.signalbox.engine.storage.Snapshot;

/** Completes what storage knows with what is configured. */
public final class Pictures {
    private final Configuration configuration;

    public Pictures(Configuration configuration) {
        this.configuration = configuration;
    }

    public TrackPicture of(Snapshot.OfTrack snapshot) {
        App app = app(snapshot.track().id().app());
        return new TrackPicture(
                app,
                policy(snapshot.release()),
                snapshot.track(),
                snapshot.release(),
                snapshot.train().train().switches(),
                snapshot.signals(),
                snapshot.actions(),
                app.find(snapshot.track().id().platform()).stream()
                        .flatMap(platform -> snapshot.others().stream().map(o -> sibling(o, platform)))
                        .toList());
    }

    private static Sibling sibling(Snapshot.Other other, Platform platform) {
        return switch (other) {
            case Snapshot.Other.Known known -> Sibling.of(known.track(), known.actions(), platform);
            case Snapshot.Other.Unreadable unreadable ->
                new Sibling.Unreadable(unreadable.track().version());
        };
    }

    public ReleasePicture of(Snapshot.OfRelease snapshot) {
        return new ReleasePicture(
                app(snapshot.release().id().app()),
                policy(snapshot.release()),
                snapshot.release(),
                snapshot.train().train().switches(),
                snapshot.signals(),
                snapshot.actions(),
                snapshot.previous(),
                snapshot.tracks());
    }

    public TrainPicture of(Snapshot.OfTrain snapshot) {
        AppKey key = snapshot.train().id().app();
        Policy policy = configuration
                .policy(key)
                .orElseThrow(() -> new Misconfigured("app %s has no policy any more".formatted(key)));
        return new TrainPicture(app(key), policy, snapshot.train(), snapshot.versions());
    }

    private App app(AppKey key) {
        return configuration
                .app(key)
                .orElseThrow(() -> new Misconfigured("app %s is on record but not configured any more".formatted(key)));
    }

    private Policy policy(Release release) {
        return configuration
                .policy(release.policy())
                .orElseThrow(() -> new Misconfigured(
                        "release %s keeps policy %s, which is not known".formatted(release.id(), release.policy())));
    }
}
