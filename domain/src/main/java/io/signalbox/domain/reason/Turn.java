package io.signalbox.domain.reason;

import java.util.List;

/**
 * Whose turn it is.
 *
 * @param names who exactly, where it is known: teams, people, a store, a source
 */
public record Turn(Whose whose, List<String> names) {
    public enum Whose {
        NOBODY,
        ROBOT,
        RELEASE_MANAGER,
        TEAM,
        STORE,
        SOURCE,
        /** The service that reports a check: it is not asked, it tells. */
        SERVICE,
        CI,
        TIME
    }

    public Turn {
        names = List.copyOf(names);
    }

    public static Turn of(Whose whose, String... names) {
        return new Turn(whose, List.of(names));
    }

    public boolean isPerson() {
        return whose == Whose.RELEASE_MANAGER || whose == Whose.TEAM;
    }
}
