package io.signalbox.connectors.git;

import io.signalbox.domain.app.Repository;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.RefSpec;

/** What is copied of a remote repository: main, the release branches and the release tags; all that is there if nothing is known. */
final class Specs {
    private Specs() {}

    static List<RefSpec> of(Repository repository) {
        List<RefSpec> specs = new ArrayList<>();
        String branches = Constants.R_HEADS + before(repository.branchPattern());
        specs.add(same(branches + "*"));
        if (!(Constants.R_HEADS + repository.main()).startsWith(branches)) {
            specs.add(same(Constants.R_HEADS + repository.main()));
        }
        specs.add(same(Constants.R_TAGS + before(repository.tagPattern()) + "*"));
        return specs;
    }

    static List<RefSpec> everything() {
        return List.of(same(Constants.R_HEADS + "*"), same(Constants.R_TAGS + "*"));
    }

    private static String before(String pattern) {
        return pattern.substring(0, pattern.indexOf('{'));
    }

    private static RefSpec same(String refs) {
        return new RefSpec("+" + refs + ":" + refs);
    }
}
