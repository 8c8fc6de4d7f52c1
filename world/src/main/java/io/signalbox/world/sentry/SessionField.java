package io.signalbox.world.sentry;

import io.signalbox.world.users.Tally;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The fields of a sessions query. */
enum SessionField {
    SUM_SESSION("sum(session)"),
    COUNT_UNIQUE_USER("count_unique(user)"),
    CRASH_RATE_SESSION("crash_rate(session)"),
    CRASH_RATE_USER("crash_rate(user)"),
    CRASH_FREE_RATE_SESSION("crash_free_rate(session)"),
    CRASH_FREE_RATE_USER("crash_free_rate(user)");

    private final String word;

    SessionField(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean rate() {
        return this != SUM_SESSION && this != COUNT_UNIQUE_USER;
    }

    static SessionField of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElseThrow(() -> SentryRefusal.bad("Invalid field: " + word));
    }

    /** The value; a rate over no sessions has none. */
    OptionalDouble value(Tally tally) {
        double users = tally.users();
        return switch (this) {
            case SUM_SESSION -> OptionalDouble.of(tally.sessions());
            case COUNT_UNIQUE_USER -> OptionalDouble.of(Math.rint(users));
            case CRASH_RATE_SESSION -> part(tally.crashed(), tally.sessions());
            case CRASH_RATE_USER -> part(tally.crashedUsers(), users);
            case CRASH_FREE_RATE_SESSION -> free(part(tally.crashed(), tally.sessions()));
            case CRASH_FREE_RATE_USER -> free(part(tally.crashedUsers(), users));
        };
    }

    private static OptionalDouble part(double some, double all) {
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(some / all);
    }

    private static OptionalDouble free(OptionalDouble rate) {
        return rate.isEmpty() ? rate : OptionalDouble.of(1 - rate.getAsDouble());
    }
}
