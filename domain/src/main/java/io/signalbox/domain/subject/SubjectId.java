package io.signalbox.domain.subject;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.version.Version;

/** The natural id of a subject: train, release or track. Its text is stable, unique within a server, and used in paths. */
public sealed interface SubjectId extends Comparable<SubjectId> {
    AppKey app();

    /** {@code player}, {@code player/8.9.2} or {@code player/8.9.2/android}. */
    String text();

    /** The train of an app; there is one. */
    record TrainId(AppKey app) implements SubjectId {
        @Override
        public String text() {
            return app.value();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** One version of an app on its way. */
    record ReleaseId(AppKey app, Version version) implements SubjectId {
        @Override
        public String text() {
            return app.value() + "/" + version;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** One version of an app on one platform. */
    record TrackId(AppKey app, Version version, PlatformKey platform) implements SubjectId {
        public ReleaseId release() {
            return new ReleaseId(app, version);
        }

        @Override
        public String text() {
            return app.value() + "/" + version + "/" + platform;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    @Override
    default int compareTo(SubjectId other) {
        return text().compareTo(other.text());
    }

    /** @throws IllegalArgumentException if the text is not one that {@link #text()} gives */
    static SubjectId parse(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 1 -> new TrainId(new AppKey(parts[0]));
            case 2 -> new ReleaseId(new AppKey(parts[0]), new Version(parts[1]));
            case 3 -> new TrackId(new AppKey(parts[0]), new Version(parts[1]), new PlatformKey(parts[2]));
            default ->
                throw new IllegalArgumentException(
                        "subject \"%s\": use app, app/version or app/version/platform".formatted(text));
        };
    }
}
