package io.signalbox.connectors.git;

import io.signalbox.connectors.git.GitSurvey.Released;
import io.signalbox.connectors.git.Lines.Listed;
import io.signalbox.connectors.git.Lines.Stretch;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Looks through a repository's refs for releases, and through main for what came since. */
final class Surveyor {
    private static final List<String> USUAL_MAINS = List.of("main", "master", "trunk", "develop");
    private static final List<String> USUAL_FILES = List.of(
            "version.properties",
            "gradle.properties",
            "app/build.gradle.kts",
            "app/build.gradle",
            "build.gradle.kts",
            "build.gradle",
            "pubspec.yaml",
            "package.json",
            "VERSION",
            "version.txt",
            "Cargo.toml",
            "pyproject.toml");

    private static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(Found::at)
            .thenComparing(f -> f.named().version())
            .reversed();

    /** So many of the newest names decide which pattern is the habit. */
    private static final int HABIT = 20;

    private static final int MOST_TAGS = 20_000;

    private final Copy copy;
    private final Repository repository;
    private final GitSettings settings;
    private final RevWalk walk;

    private Surveyor(Copy copy, GitSettings settings, RevWalk walk) {
        this.copy = copy;
        this.repository = copy.repository();
        this.settings = settings;
        this.walk = walk;
    }

    /** A name of a version, and what it is about. */
    private record Found(NamedVersion named, RevCommit commit, Instant at) {}

    static GitSurvey survey(Copy copy, GitSettings settings) throws SourceFailure, IOException {
        try (RevWalk walk = new RevWalk(copy.repository())) {
            return new Surveyor(copy, settings, walk).survey();
        }
    }

    private static SourceFailure nonsense(String text) {
        return new SourceFailure(new Failure(Failure.Kind.NONSENSE, text));
    }

    private GitSurvey survey() throws IOException, SourceFailure {
        Set<String> names = branches();
        String main = main(names);
        RevCommit head = walk.parseCommit(copy.branch(main).orElseThrow().head());
        List<Found> tags = habit(tags());
        List<Found> branches = habit(releaseBranches(names, main));
        List<Found> releases = lately(tags.isEmpty() ? branches : tags);
        Optional<Found> last = releases.isEmpty() ? Optional.empty() : Optional.of(releases.getLast());
        Listed merged = merged(head, last);
        Optional<Version> newest = Stream.concat(releases.stream(), lately(branches).stream())
                .map(f -> f.named().version())
                .map(version ->
                        last.map(l -> asLong(version, l.named().version())).orElse(version))
                .max(Comparator.naturalOrder());
        Optional<Worked> worked = worked(head, last.map(l -> l.named().version()));
        return new GitSurvey(
                main,
                releases.stream().map(Surveyor::released).toList(),
                newest,
                pattern(tags).orElse("v{version}"),
                branchPattern(tags, branches),
                merged.commits(),
                merged.whole() && last.isPresent(),
                Cadence.of(releases.stream().map(Surveyor::released).toList()),
                worked.map(Worked::file),
                worked.map(Worked::version));
    }

    /** A branch names less than its versions where these have a number more: {@code release/1.2} is the branch of all of 1.2. */
    private static String branchPattern(List<Found> tags, List<Found> branches) {
        boolean lines = !tags.isEmpty()
                && !branches.isEmpty()
                && parts(tags.getFirst()) > 2
                && branches.stream().limit(HABIT).allMatch(f -> parts(f) == 2)
                && !GitSurvey.isDated(released(tags.getFirst()));
        String pattern = pattern(branches).orElse("release/{version}");
        return lines ? pattern.replace("{version}", "{major}.{minor}") : pattern;
    }

    private static int parts(Found found) {
        return found.named().version().parts().size();
    }

    /** The version with as many numbers as the other one: branch {@code release/1.3} begins {@code 1.3.0} where tags have three. */
    private static Version asLong(Version version, Version other) {
        int missing = other.parts().size() - version.parts().size();
        return missing <= 0 ? version : new Version(version.text() + ".0".repeat(missing));
    }

    /** The newest of them, in the order of their versions. Only those: older versions may be higher, a scheme may have begun anew. */
    private static List<Found> lately(List<Found> newestFirst) {
        return newestFirst.stream()
                .limit(HABIT)
                .sorted(Comparator.comparing(f -> f.named().version()))
                .toList();
    }

    private static Released released(Found found) {
        return new Released(
                found.named().version(),
                found.named().name(),
                new CommitId(found.commit().name()),
                found.at());
    }

    /** All branches by short name: the clone's own and its remotes'. */
    private Set<String> branches() throws IOException {
        Set<String> names = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                .map(ref -> ref.getName().substring(Constants.R_HEADS.length()))
                .collect(Collectors.toSet());
        for (String remote : repository.getRemoteNames()) {
            String prefix = Constants.R_REMOTES + remote + "/";
            repository.getRefDatabase().getRefsByPrefix(prefix).stream()
                    .filter(ref -> !ref.isSymbolic())
                    .map(ref -> ref.getName().substring(prefix.length()))
                    .forEach(names::add);
        }
        return names;
    }

    /** What the remote calls its main branch; what a bare repository does; a usual name; what is checked out. */
    private String main(Set<String> branches) throws IOException, SourceFailure {
        List<String> names = new ArrayList<>();
        for (String remote : repository.getRemoteNames()) {
            String prefix = Constants.R_REMOTES + remote + "/";
            target(prefix + Constants.HEAD, prefix).ifPresent(names::add);
        }
        Optional<String> head = target(Constants.HEAD, Constants.R_HEADS);
        if (repository.isBare()) {
            head.ifPresent(names::add);
        }
        names.addAll(USUAL_MAINS);
        head.ifPresent(names::add);
        return names.stream()
                .filter(branches::contains)
                .findFirst()
                .orElseThrow(() -> nonsense("there is no branch with a commit: commit something first"));
    }

    /** What a symbolic ref leads to, below a prefix. */
    private Optional<String> target(String symbolic, String prefix) throws IOException {
        Ref ref = repository.exactRef(symbolic);
        return ref != null && ref.isSymbolic() && ref.getTarget().getName().startsWith(prefix)
                ? Optional.of(ref.getTarget().getName().substring(prefix.length()))
                : Optional.empty();
    }

    private List<Found> tags() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            Optional<NamedVersion> named = NamedVersion.ofTag(ref.getName().substring(Constants.R_TAGS.length()));
            ObjectId id = ref.getObjectId();
            if (named.isPresent() && id != null && found.size() < MOST_TAGS) {
                found(named.get(), id).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Found> found(NamedVersion named, ObjectId id) throws IOException {
        Optional<Instant> at = Tags.time(walk, id);
        return at.isPresent() && walk.peel(walk.parseAny(id)) instanceof RevCommit commit
                ? Optional.of(new Found(named, commit, at.get()))
                : Optional.empty();
    }

    private List<Found> releaseBranches(Set<String> branches, String main) throws IOException {
        List<Found> found = new ArrayList<>();
        for (String branch : branches) {
            Optional<NamedVersion> named = branch.equals(main) ? Optional.empty() : NamedVersion.ofBranch(branch);
            Optional<Copy.Branch> at = named.isPresent() ? copy.branch(branch) : Optional.empty();
            if (at.isPresent()) {
                found(named.orElseThrow(), at.get().head()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Those of the pattern that most of the newest follow. Versions of one number count only where there are no others. */
    private static List<Found> habit(List<Found> all) {
        List<Found> dotted = all.stream().filter(f -> f.named().dotted()).toList();
        List<Found> counted =
                (dotted.isEmpty() ? all : dotted).stream().sorted(NEWEST_FIRST).toList();
        Map<String, Integer> votes = new HashMap<>();
        counted.stream().limit(HABIT).forEach(f -> votes.merge(f.named().pattern(), 1, Integer::sum));
        int most = votes.values().stream().max(Integer::compare).orElse(0);
        return counted.stream()
                .map(f -> f.named().pattern())
                .filter(pattern -> votes.getOrDefault(pattern, 0) == most)
                .findFirst()
                .map(habit -> counted.stream()
                        .filter(f -> f.named().pattern().equals(habit))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> pattern(List<Found> found) {
        return found.stream().findFirst().map(f -> f.named().pattern());
    }

    private Listed merged(RevCommit head, Optional<Found> last) throws IOException {
        History history = new History(walk, settings.limits().steps());
        Optional<RevCommit> base =
                last.isPresent() ? history.forkPoint(last.get().commit(), head) : Optional.empty();
        try (CommitReader reader = new CommitReader(
                repository, walk, new CommitCache(settings.limits().kept()), settings)) {
            return new Lines(walk, history, reader)
                    .list(new Stretch(head, base, List.of(), settings.limits().onMain(), true), Set.of(), Set.of());
        }
    }

    private record Worked(VersionFile file, Version version) {}

    /** A usual file that names a version which main may be working towards. */
    private Optional<Worked> worked(RevCommit head, Optional<Version> last) throws IOException {
        for (String path : USUAL_FILES) {
            VersionFile file = VersionFile.at(path);
            Optional<Version> named = Blobs.text(repository, head, path).flatMap(file::version);
            if (named.filter(v -> last.filter(l -> l.isAfter(v)).isEmpty()).isPresent()) {
                return named.map(v -> new Worked(file, v));
            }
        }
        return Optional.empty();
    }
}
