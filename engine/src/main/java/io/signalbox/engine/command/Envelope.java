package io.signalbox.engine.command;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.subject.SubjectId;
import java.util.Optional;

/**
 * A command on its way in.
 *
 * @param id unique for this command for ever; a repeat with the same id does nothing and gets the same answer
 * @param channel where it came in: {@code web}, {@code api}, {@code cli}
 * @param expectedRevision the revision that its giver saw; ignored by stops
 */
public record Envelope(
        String id, SubjectId subject, Actor actor, String channel, Optional<Long> expectedRevision, Command command) {}
