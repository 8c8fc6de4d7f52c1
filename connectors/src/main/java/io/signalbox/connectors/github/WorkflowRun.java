package io.signalbox.connectors.github;

import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A run of a workflow.
 *
 * @param suite the check suite that its jobs are in
 */
record WorkflowRun(
        long id,
        String workflow,
        CommitId commit,
        long suite,
        CheckState state,
        Instant created,
        Instant updated,
        URI page) {

    boolean underWay() {
        return state.underWay();
    }

    Check check() {
        return new Check(state, Optional.of(updated), "", Optional.of(page));
    }
}
