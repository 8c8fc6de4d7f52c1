package io.signalbox.world.git;

import java.util.Optional;

/** Is told when a branch or tag has moved, under the world's lock. */
@FunctionalInterface
public interface RefListener {
    /**
     * @param ref the full name, such as {@code refs/heads/main}
     * @param sha where it points now, or empty when it was deleted
     */
    void moved(CodeBase code, String ref, Optional<String> sha);
}
