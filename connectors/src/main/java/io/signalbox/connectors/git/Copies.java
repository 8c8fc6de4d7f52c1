package io.signalbox.connectors.git;

import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.engine.source.SourceFailure;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.RefSpec;

/** Opens copies. */
final class Copies {
    private static final int CALLS_PER_HOUR = 3000;

    private Copies() {}

    /** The way out to the host, if the repository is on one. */
    static Optional<Outlet> outlet(GitSettings settings, Http http) {
        return switch (settings.address()) {
            case GitAddress.Local _ -> Optional.empty();
            case GitAddress.Remote remote ->
                Optional.of(
                        http.outlet(OutletSettings.of(settings.name(), remote.uri(), settings.reach(), CALLS_PER_HOUR)
                                .largest(Integer.MAX_VALUE)));
        };
    }

    static Copy open(GitSettings settings, List<RefSpec> specs, Http http) throws SourceFailure {
        return open(settings, specs, outlet(settings, http));
    }

    static Copy open(GitSettings settings, List<RefSpec> specs, Optional<Outlet> outlet) throws SourceFailure {
        return switch (settings.address()) {
            case GitAddress.Local local -> new LocalCopy(local.path(), settings.committer());
            case GitAddress.Remote remote -> new MirrorCopy(settings, remote, outlet.orElseThrow(), specs);
        };
    }
}
