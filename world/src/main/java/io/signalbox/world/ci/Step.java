package io.signalbox.world.ci;

import java.util.Locale;
import java.util.Optional;

/** The jobs of a platform's build, one after the other. */
public enum Step {
    BUILD,
    TEST,
    VERIFY,
    UPLOAD;

    /** The job's name, such as {@code build / android}. */
    public String job(Platform platform) {
        return name().toLowerCase(Locale.ROOT) + " / " + platform.word();
    }

    Optional<Step> next() {
        return switch (this) {
            case BUILD -> Optional.of(TEST);
            case TEST -> Optional.of(VERIFY);
            case VERIFY -> Optional.of(UPLOAD);
            case UPLOAD -> Optional.empty();
        };
    }
}
