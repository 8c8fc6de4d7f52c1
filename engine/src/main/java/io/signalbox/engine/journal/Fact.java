package io.signalbox.engine.journal;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.engine.perform.Reply;
import java.util.List;
import java.util.Optional;

/** What a journal entry says. */
public sealed interface Fact {

    /** The Robot concluded or noticed something. */
    record Happened(io.signalbox.domain.decision.Happening what) implements Fact {}

    /**
     * A person or service gave a command.
     *
     * @param id the caller's unique id of the command
     * @param channel where it came in: {@code web}, {@code api}, {@code cli}
     */
    record Commanded(String id, String channel, Command command) implements Fact {}

    /**
     * A call was about to be made.
     *
     * @param guard every criterion as it was found at that instant; empty for a stop
     */
    record Sent(Action action, List<Finding> guard) implements Fact {}

    /** A call was answered, or not. */
    record Replied(int action, Reply reply) implements Fact {}

    /** An answer came after its deadline, or for an action that was already ended; it changed nothing. */
    record RepliedTooLate(int action, Reply reply) implements Fact {}

    /** A record could not be understood, and its subject was set aside. */
    record Parked(String why) implements Fact {}

    /** What is set aside was understood again. */
    record Unparked(Optional<String> note) implements Fact {}
}
