package io.signalbox.engine.command;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.subject.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A command on its way in.
 *
 * @param id unique for this command for ever; a repeat of the same command with it does nothing and gets the same answer
 * @param channel where it came in: {@code web}, {@code api}, {@code cli}
 * @param expectedRevision the revision that its giver saw; ignored by stops
 */
public record Envelope(
        String id, SubjectId subject, Actor actor, String channel, Optional<Long> expectedRevision, Command command) {

    /** Names this very command. An id that is used again for another command must not make that one look done. */
    String fingerprint() {
        String text = id + "|" + subject.text() + "|" + command;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
