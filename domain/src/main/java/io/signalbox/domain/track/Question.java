package io.signalbox.domain.track;

import io.signalbox.domain.signal.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that takes judgement: the Robot asks, holds, and only a person answers.
 *
 * @param id unique within the track, such as {@code regional-crash-id}
 * @param about the candidate in front of which it was asked
 */
public record Question(String id, Topic topic, CommitId about, Instant askedAt, Optional<Answer> answer) {

    /** What is asked, with its evidence. */
    public sealed interface Topic {}

    /** Crashes of this version gather in one country. */
    public record RegionalCrash(String country, long crashesThere, long crashesInAll, Instant asOf) implements Topic {}

    /** A person asks. */
    public record AskedByPerson(String by, String text) implements Topic {}

    public enum Choice {
        /** The release waits for a new candidate. */
        BLOCK,
        /** The release goes on. */
        ACCEPT
    }

    public record Answer(Choice choice, String by, String reason, Instant at) {}

    public static List<Choice> choices() {
        return List.of(Choice.values());
    }

    public boolean open() {
        return answer.isEmpty();
    }

    public boolean blocks(CommitId candidate) {
        return answer.filter(a -> a.choice() == Choice.BLOCK).isPresent() && about.equals(candidate);
    }

    public Question answered(Answer given) {
        return new Question(id, topic, about, askedAt, Optional.of(given));
    }
}
