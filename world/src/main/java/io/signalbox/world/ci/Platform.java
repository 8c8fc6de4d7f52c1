package io.signalbox.world.ci;

import io.signalbox.world.git.VersionFile;
import java.util.List;
import java.util.Locale;

/** What an app is built for. */
public enum Platform {
    ANDROID,
    IOS,
    DESKTOP;

    /** The name in job and file names, such as {@code android}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The files that one build brings. */
    public List<FileKind> files() {
        return switch (this) {
            case ANDROID -> List.of(new FileKind("", "aab"));
            case IOS -> List.of(new FileKind("", "ipa"));
            case DESKTOP ->
                List.of(new FileKind("windows", "exe"), new FileKind("mac", "zip"), new FileKind("linux", "AppImage"));
        };
    }

    /** The number from which builds of this platform count. */
    public long base(VersionFile version) {
        return switch (this) {
            case ANDROID -> version.android();
            case IOS -> version.ios();
            case DESKTOP -> version.desktop();
        };
    }

    /**
     * One file of a build.
     *
     * @param os the operating system, empty where the platform has but one
     */
    public record FileKind(String os, String extension) {}
}
