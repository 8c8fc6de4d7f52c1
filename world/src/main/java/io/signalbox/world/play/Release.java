package io.signalbox.world.play;

import io.signalbox.world.log.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * A release on a track as the developer configures it.
 *
 * @param codes version codes, as they were given
 * @param fraction of users, between 0 and 1 exclusively, only with {@code inProgress} and {@code halted}
 */
record Release(
        String name,
        List<Long> codes,
        Status status,
        OptionalDouble fraction,
        Optional<Targeting> targeting,
        OptionalInt priority,
        List<Note> notes) {

    /** Release notes in one language. */
    record Note(String language, String text) {}

    /** In which countries alone a staged release is offered. */
    record Targeting(List<String> countries, boolean restOfWorld) {}

    Release {
        codes = List.copyOf(codes);
        notes = List.copyOf(notes);
    }

    long highestCode() {
        return codes.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    boolean sameBuilds(Release other) {
        return List.copyOf(new TreeSet<>(codes)).equals(List.copyOf(new TreeSet<>(other.codes)));
    }

    /** Whether it can reach users: not a draft. */
    boolean active() {
        return status != Status.DRAFT;
    }

    Release with(Status newStatus, OptionalDouble newFraction) {
        return new Release(name, codes, newStatus, newFraction, targeting, priority, notes);
    }

    Release named(String newName) {
        return new Release(newName, codes, status, fraction, targeting, priority, notes);
    }

    /** A release to everybody of one build, without notes. */
    static Release completed(String name, long code) {
        return new Release(
                name,
                List.of(code),
                Status.COMPLETED,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of());
    }

    /** The status and the share of users that it offers the build to. */
    Level level() {
        List<String> countries = targeting
                .filter(where -> !where.restOfWorld())
                .map(Targeting::countries)
                .orElse(List.of());
        return new Level(status.wire(), share(), countries);
    }

    double share() {
        return switch (status) {
            case DRAFT, HALTED -> 0;
            case IN_PROGRESS -> fraction.orElse(0);
            case COMPLETED -> 1;
        };
    }
}
