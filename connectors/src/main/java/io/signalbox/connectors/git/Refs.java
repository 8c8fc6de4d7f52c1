package io.signalbox.connectors.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Where refs lead. */
final class Refs {
    private Refs() {}

    static Optional<ObjectId> peeled(Repository repository, String ref) throws IOException {
        Ref found = repository.exactRef(ref);
        if (found == null) {
            return Optional.empty();
        }
        Ref peeled = repository.getRefDatabase().peel(found);
        return Optional.ofNullable(peeled.getPeeledObjectId()).or(() -> Optional.ofNullable(peeled.getObjectId()));
    }
}
