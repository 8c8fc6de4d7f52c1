package io.signalbox.connectors.git;

import io.signalbox.connectors.git.Copy.Branch;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Tries out what a repository's settings name. */
final class GitTrials {
    private final GitSettings settings;
    private final Repository repository;

    GitTrials(GitSettings settings, Repository repository) {
        this.settings = settings;
        this.repository = repository;
    }

    /** Opens the copy. */
    @FunctionalInterface
    interface Opening {
        Copy open() throws SourceFailure;
    }

    List<Trial> tryOut(Opening opening, Instant now) {
        List<Trial> trials = new ArrayList<>();
        try {
            Copy copy = opening.open();
            copy.refresh(settings.patience(), now);
            trials.add(Trial.works("read the repository", where()));
            trials.addAll(contents(copy));
            trials.add(copy.turnsPushesAway(settings.patience())
                    .map(failure -> Trial.fails(
                            "write to the repository",
                            failure.message(),
                            "give a token that may write, if Signalbox is to bump and cut; to only watch it need not"))
                    .orElse(Trial.works("write to the repository", "it takes pushes")));
        } catch (SourceFailure e) {
            trials.add(Trial.fails("read the repository", e.failure().message(), remedy(e.failure())));
        } catch (IOException e) {
            trials.add(Trial.fails("read the repository", String.valueOf(e.getMessage()), "check it with git fsck"));
        }
        return trials;
    }

    private String where() {
        return switch (settings.address()) {
            case GitAddress.Local local -> local.path().toString();
            case GitAddress.Remote remote -> remote.uri().toString();
        };
    }

    private List<Trial> contents(Copy copy) throws IOException {
        List<Trial> trials = new ArrayList<>();
        Optional<Branch> main = copy.branch(repository.main());
        String what = "find the main branch";
        if (main.isEmpty()) {
            trials.add(Trial.fails(
                    what,
                    "there is no branch %s".formatted(repository.main()),
                    "set repositories.%s.main to the branch that there is".formatted(repository.key())));
            return trials;
        }
        trials.add(Trial.works(
                what,
                "%s is at %s"
                        .formatted(
                                repository.main(),
                                main.get().head().abbreviate(7).name())));
        if (repository.versionFile()) {
            trials.add(versionFile(copy, main.get()));
        }
        return trials;
    }

    private Trial versionFile(Copy copy, Branch main) throws IOException {
        String what = "read the version";
        String setting = "set repositories.%s.version-file to its path".formatted(repository.key());
        if (settings.versionFile().isEmpty()) {
            return Trial.fails(what, "no version file is named", setting);
        }
        VersionFile file = settings.versionFile().get();
        try (RevWalk walk = new RevWalk(copy.repository())) {
            RevCommit head = walk.parseCommit(main.head());
            Optional<String> content = Blobs.text(copy.repository(), head, file.path());
            if (content.isEmpty()) {
                return Trial.fails(what, "%s is not in %s".formatted(file.path(), repository.main()), setting);
            }
            Optional<Version> version = file.version(content.get());
            return version.map(v -> Trial.works(what, "%s names %s".formatted(file.path(), v)))
                    .orElseGet(() -> Trial.fails(
                            what,
                            "%s names no version".formatted(file.path()),
                            "name a pattern of its line, such as version={version}"));
        }
    }

    private static String remedy(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED ->
                "give a token that may read the repository, and write to it if Signalbox is to cut branches";
            case UNREACHABLE -> "check the address, and that this machine can reach it";
            case THROTTLED -> "wait: the host's limit is used up";
            case NONSENSE -> "check that the address is that of a git repository";
        };
    }
}
