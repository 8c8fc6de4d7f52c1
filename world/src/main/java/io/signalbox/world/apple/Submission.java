package io.signalbox.world.apple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A review submission with its items. Only one of an app may be open.
 *
 * @param since when it came into its state
 * @param submitted when it was last sent to the reviewers
 */
record Submission(String id, State state, Instant since, Optional<Instant> submitted, List<Item> items) {
    /** Apple's {@code state} of a submission. */
    enum State {
        READY_FOR_REVIEW,
        WAITING_FOR_REVIEW,
        IN_REVIEW,
        UNRESOLVED_ISSUES,
        CANCELING,
        COMPLETE
    }

    /** Apple's {@code state} of an item. */
    enum ItemState {
        READY_FOR_REVIEW,
        APPROVED,
        REJECTED,
        REMOVED
    }

    /** A version that is to be reviewed. */
    record Item(String id, String version, ItemState state) {}

    Submission {
        items = List.copyOf(items);
    }

    boolean open() {
        return state != State.COMPLETE;
    }

    boolean withReviewers() {
        return state == State.WAITING_FOR_REVIEW || state == State.IN_REVIEW;
    }

    /** The versions in it that have not been taken out. */
    List<String> versions() {
        return items.stream()
                .filter(item -> item.state() != ItemState.REMOVED)
                .map(Item::version)
                .toList();
    }

    Submission in(State newState, Instant now) {
        return new Submission(id, newState, now, submitted, items);
    }

    Submission submittedAt(Instant now) {
        return new Submission(id, State.WAITING_FOR_REVIEW, now, Optional.of(now), items)
                .itemsIn(ItemState.READY_FOR_REVIEW);
    }

    Submission with(Item item) {
        return new Submission(
                id,
                state,
                since,
                submitted,
                Stream.concat(items.stream(), Stream.of(item)).toList());
    }

    Submission itemsIn(ItemState newState) {
        List<Item> changed = items.stream()
                .map(item -> item.state() == ItemState.REMOVED ? item : new Item(item.id(), item.version(), newState))
                .toList();
        return new Submission(id, state, since, submitted, changed);
    }
}
