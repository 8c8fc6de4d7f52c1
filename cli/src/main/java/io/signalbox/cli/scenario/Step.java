package io.signalbox.cli.scenario;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens in the scenario.
 *
 * @param at when somebody does it
 * @param title what it is, for people
 * @param act does it
 * @param expectation what must come true because of it
 */
record Step(Instant at, String title, Act act, Optional<Expectation> expectation) {
    /** Does something. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** Says whether something is so. */
    @FunctionalInterface
    interface Check {
        boolean holds() throws Exception;
    }

    /**
     * What must come true.
     *
     * @param by the latest instant at which it may
     */
    record Expectation(String what, Instant by, Check check) {}

    /** What nobody does anything for: something is only looked at. */
    static Step look(Instant at, Expectation expectation) {
        return new Step(at, expectation.what(), () -> {}, Optional.of(expectation));
    }

    boolean isLook() {
        return expectation.filter(e -> e.what().equals(title)).isPresent();
    }
}
