package io.signalbox.connectors.git;

import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one repository is reached.
 *
 * @param name the connector's, unique within an app
 * @param token for a remote repository; empty for one that everybody may read
 * @param reach where a remote repository may be
 * @param versionFile what a bump rewrites; empty for a repository without a version file
 * @param cache a folder of Signalbox's own, in which a copy of a remote repository is kept
 * @param committer who commits and tags
 * @param patience how long reading waits for the host
 * @param ticketProjects the projects of which messages name tickets, such as {@code AND}; empty for all
 */
public record GitSettings(
        String name,
        GitAddress address,
        Optional<Secret> token,
        Reach reach,
        Optional<VersionFile> versionFile,
        Path cache,
        Committer committer,
        Duration patience,
        List<String> ticketProjects,
        Limits limits) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public GitSettings {
        ticketProjects = List.copyOf(ticketProjects);
    }

    /** A clone on this machine. */
    public static GitSettings local(String name, Path clone, Optional<VersionFile> versionFile) {
        return new GitSettings(
                name,
                new GitAddress.Local(clone),
                Optional.empty(),
                Reach.PUBLIC,
                versionFile,
                clone,
                Committer.ROBOT,
                PATIENCE,
                List.of(),
                Limits.USUAL);
    }

    /** A repository on a host. */
    public static GitSettings remote(
            String name,
            GitAddress.Remote address,
            Optional<Secret> token,
            Reach reach,
            Optional<VersionFile> versionFile,
            Path cache) {
        return new GitSettings(
                name, address, token, reach, versionFile, cache, Committer.ROBOT, PATIENCE, List.of(), Limits.USUAL);
    }

    public GitSettings with(Limits other) {
        return new GitSettings(
                name, address, token, reach, versionFile, cache, committer, patience, ticketProjects, other);
    }

    public GitSettings waiting(Duration atMost) {
        return new GitSettings(
                name, address, token, reach, versionFile, cache, committer, atMost, ticketProjects, limits);
    }

    /** As whom Signalbox commits. */
    public record Committer(String name, String email) {
        public static final Committer ROBOT = new Committer("Signalbox", "robot@signalbox.invalid");
    }
}
