package io.signalbox.world.users;

import java.util.Locale;

/** A circle of users. The name in lower case is the environment that crash reports carry. */
public enum Ring {
    EMPLOYEES,
    ALPHA,
    BETA,
    PRODUCTION;

    public String environment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
