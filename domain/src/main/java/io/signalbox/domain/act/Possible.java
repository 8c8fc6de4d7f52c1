package io.signalbox.domain.act;

import java.util.List;
import java.util.Optional;

/**
 * An act that could be offered.
 *
 * @param name the command's name
 * @param target what within the subject it is about: a question, team, criterion, bug, destination or fingerprint; may be empty
 * @param refusal why it would be refused now; empty if it would be accepted
 * @param unmet for an act that lets something go forward, the criteria that are not met
 */
public record Possible(String name, String target, Optional<Refusal> refusal, List<String> unmet) {
    public Possible {
        unmet = List.copyOf(unmet);
    }

    public boolean allowed() {
        return refusal.isEmpty();
    }
}
