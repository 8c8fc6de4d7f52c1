package io.signalbox.connectors.git;

import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * What a repository tells of how it is released. A guess, for people to look at: nothing acts on it.
 *
 * @param main the name of the main branch
 * @param releases newest last, at most {@link #MOST}; those that are tagged, with the time of the tagged commit
 * @param newest the newest version that has a tag or a release branch
 * @param tags how releases are tagged; {@code v{version}} where nothing is
 * @param branches how release branches are named; {@code release/{version}} where there is none
 */
public record GitSurvey(String main, List<Tagged> releases, Optional<Version> newest, String tags, String branches) {
    /** Older releases than these say nothing of the habits of today. */
    static final int MOST = 12;

    private static final List<String> MAIN = List.of("main", "master", "trunk", "develop", "development");
    private static final String RELEASE_BRANCH = "(?i)(.*[/_-])?(release|releases|rel|stable|version|v)[/_-]?v?";

    public GitSurvey {
        releases = List.copyOf(releases);
    }

    public record Tagged(Version version, Instant at) {}

    /** Looks at the clone at a path. Reads refs and the newest releases' commits, never the whole history. */
    public static GitSurvey of(Path clone) throws SourceFailure, IOException {
        try (LocalCopy copy = new LocalCopy(clone, GitSettings.Committer.ROBOT)) {
            Repository repository = copy.repository();
            List<String> tagNames = repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS).stream()
                    .map(ref -> ref.getName().substring(Constants.R_TAGS.length()))
                    .toList();
            Optional<Habit> tags = Habit.of(tagNames, _ -> true);
            Optional<Habit> branches = Habit.of(branches(repository), before -> before.matches(RELEASE_BRANCH));
            List<Tagged> releases = tags.isPresent() ? tagged(copy, tags.get()) : List.of();
            Optional<Version> newest = Stream.concat(
                            tags.map(Habit::newest).stream(), branches.map(Habit::newest).stream())
                    .max(Comparator.naturalOrder());
            return new GitSurvey(
                    main(repository),
                    releases,
                    newest,
                    tags.map(Habit::pattern).orElse("v{version}"),
                    branches.map(Habit::pattern).orElse("release/{version}"));
        }
    }

    private static List<String> branches(Repository repository) throws IOException {
        List<String> names = new ArrayList<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            names.add(ref.getName().substring(Constants.R_HEADS.length()));
        }
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
            String withRemote = ref.getName().substring(Constants.R_REMOTES.length());
            names.add(withRemote.substring(withRemote.indexOf('/') + 1));
        }
        return names.stream().distinct().toList();
    }

    private static List<Tagged> tagged(LocalCopy copy, Habit tags) throws IOException {
        List<Version> newest = tags.versions()
                .subList(
                        Math.max(0, tags.versions().size() - MOST),
                        tags.versions().size());
        List<Tagged> releases = new ArrayList<>();
        try (RevWalk walk = new RevWalk(copy.repository())) {
            for (Version version : newest) {
                Optional<ObjectId> commit = copy.tag(tags.name(version));
                if (commit.isPresent() && walk.parseAny(commit.get()) instanceof RevCommit parsed) {
                    releases.add(new Tagged(version, Instant.ofEpochSecond(parsed.getCommitTime())));
                }
            }
        }
        return releases;
    }

    /** What the remote calls its main branch; then a name that is usual; then whatever is checked out. */
    private static String main(Repository repository) throws IOException {
        Ref remote = repository.exactRef(Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/" + Constants.HEAD);
        if (remote != null && remote.isSymbolic()) {
            String target = remote.getTarget().getName();
            return target.substring((Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/").length());
        }
        List<String> names = branches(repository);
        Optional<String> usual = MAIN.stream().filter(names::contains).findFirst();
        Ref head = repository.exactRef(Constants.HEAD);
        String checkedOut = head != null && head.isSymbolic()
                ? Repository.shortenRefName(head.getTarget().getName())
                : MAIN.getFirst();
        boolean bare = repository.isBare();
        return bare ? checkedOut : usual.orElse(checkedOut);
    }

    public Optional<Tagged> last() {
        return releases.isEmpty() ? Optional.empty() : Optional.of(releases.getLast());
    }

    /** How the next version seems to follow from the last. */
    public VersionScheme scheme() {
        if (last().filter(GitSurvey::isDated).isPresent()) {
            return new VersionScheme.YearMonth();
        }
        int[] raised = new int[3];
        for (int i = 1; i < releases.size(); i++) {
            raised[raisedPart(releases.get(i - 1).version(), releases.get(i).version())]++;
        }
        int most = 1;
        for (int part = 0; part < raised.length; part++) {
            most = raised[part] > raised[most] ? part : most;
        }
        return new VersionScheme.Raise(most);
    }

    /** Year and month of the release stand in its name. */
    private static boolean isDated(Tagged release) {
        LocalDate date = release.at().atZone(ZoneId.of("UTC")).toLocalDate();
        int year = release.version().part(0);
        boolean ofThatYear = Math.abs(year - date.getYear() % 100) <= 1 && year >= 10;
        return ofThatYear && release.version().part(1) >= 1 && release.version().part(1) <= 12;
    }

    private static int raisedPart(Version before, Version after) {
        for (int part = 0; part < 2; part++) {
            if (before.part(part) != after.part(part)) {
                return part;
            }
        }
        return 2;
    }

    /** How many weeks usually lie between two releases, at least one; empty where there are too few to tell. */
    public Optional<Integer> weeksBetween() {
        List<Long> days = new ArrayList<>();
        for (int i = 1; i < releases.size(); i++) {
            days.add(Duration.between(releases.get(i - 1).at(), releases.get(i).at())
                    .abs()
                    .toDays());
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        days.sort(Comparator.naturalOrder());
        long median = days.get(days.size() / 2);
        return Optional.of(Math.clamp(Math.round(median / 7.0), 1, 52));
    }

    /** The weekday on which most releases were tagged. */
    public Optional<DayOfWeek> weekday(ZoneId zone) {
        Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
        releases.forEach(r -> counts.merge(r.at().atZone(zone).getDayOfWeek(), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
