package io.signalbox.domain.app;

import java.time.Duration;
import java.util.List;

/**
 * What a destination can do. Policy, guards and pages follow these; nothing assumes a store's brand.
 *
 * @param goLive what turns an accepted submission into exposure
 * @param steps which shares it can be set to
 * @param selfAdvance whether it raises the share by itself, and how often
 * @param halts whether a rollout can be stopped before everyone has it
 * @param haltsAtEveryone whether a version that everyone is offered can still be stopped
 * @param withdraws whether a running review can be withdrawn
 * @param truePercent whether the share limits everyone (false: people who ask for the update by hand get it at any share)
 * @param countries whether exposure can be limited to countries
 */
public record Capabilities(
        GoLive goLive,
        Steps steps,
        SelfAdvance selfAdvance,
        boolean halts,
        boolean haltsAtEveryone,
        boolean withdraws,
        boolean truePercent,
        boolean countries) {

    /** What turns an accepted submission into exposure. */
    public enum GoLive {
        /** There is no review: setting the exposure is all. */
        WITHOUT_REVIEW,
        /** The store goes live the moment it approves, with the exposure that the submission carried. */
        ON_APPROVAL,
        /** After approval a call of ours releases it. */
        BY_CALL,
        /** After approval a person must press the button in the store's console: there is no call for it. */
        IN_CONSOLE;

        public boolean hasReview() {
            return this != WITHOUT_REVIEW;
        }
    }

    /** Which shares a destination can be set to. */
    public sealed interface Steps {
        /** Any share. */
        record Any() implements Steps {}

        /** Only these, in this order; from any of them everyone can be reached at once. */
        record Fixed(List<Share> shares) implements Steps {
            public Fixed {
                shares = List.copyOf(shares);
            }
        }

        default boolean allows(Share share) {
            return switch (this) {
                case Any _ -> true;
                case Fixed fixed ->
                    share.isEveryone()
                            || (!fixed.shares.isEmpty()
                                    && fixed.shares.getFirst().equals(share));
            };
        }
    }

    /** Whether a destination raises the share by itself. */
    public sealed interface SelfAdvance {
        /** It stays where it is put. */
        record Never() implements SelfAdvance {}

        /** It goes to its next fixed step after each such period that it was not paused. */
        record Every(Duration period) implements SelfAdvance {}
    }

    public boolean advancesByItself() {
        return selfAdvance instanceof SelfAdvance.Every;
    }
}
