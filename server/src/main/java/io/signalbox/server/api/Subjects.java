package io.signalbox.server.api;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.version.Version;

/** Reads the subjects that paths name. */
final class Subjects {
    private Subjects() {}

    static AppKey app(String app) {
        return Words.made(AppKey::new, app, "/app");
    }

    static TrainId train(String app) {
        return new TrainId(app(app));
    }

    static ReleaseId release(String app, String version) {
        return new ReleaseId(app(app), Words.made(Version::new, version, "/version"));
    }

    static TrackId track(String app, String version, String platform) {
        ReleaseId release = release(app, version);
        return new TrackId(release.app(), release.version(), Words.made(PlatformKey::new, platform, "/platform"));
    }
}
