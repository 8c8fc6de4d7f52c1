package io.signalbox.connectors.git;

import io.signalbox.connectors.http.Http;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.version.NumberScheme;

/** Connectors for tests, with a way out that nobody closes: it holds nothing as long as no call is made. */
final class TestConnectors {
    private TestConnectors() {}

    static GitConnector connector(GitSettings settings) {
        return connector(settings, Asked.REPOSITORY);
    }

    static GitConnector connector(GitSettings settings, Repository repository) {
        return new GitConnector(
                settings, repository, NumberScheme.standard(), new Http(() -> Asked.NOW, System::nanoTime));
    }
}
