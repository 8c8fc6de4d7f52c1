package io.signalbox.connectors.git;

import io.signalbox.connectors.http.Http;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * What a repository tells of how an app is released. A guess, for people to look at: nothing acts on it.
 *
 * @param main the name of the main branch
 * @param releases the newest of them, by their tags, or by their branches where nothing is tagged; newest last, in the order of their
 *     versions
 * @param newest the newest version that has a tag or a release branch
 * @param tags how releases are tagged; {@code v{version}} where nothing is
 * @param branches how release branches are named, after {@code {version}} or {@code {major}.{minor}}; {@code release/{version}} where
 *     there is none
 * @param merged what came to main since the last release, newest first; the newest commits if there was none
 * @param whole whether {@code merged} goes all the way back to the last release
 * @param cadence how often it was released, if more than once
 * @param versionFile a file that names the version main works towards, if one of the usual ones is there
 * @param worked the version that it names
 */
public record GitSurvey(
        String main,
        List<Released> releases,
        Optional<Version> newest,
        String tags,
        String branches,
        List<Commit> merged,
        boolean whole,
        Optional<Cadence> cadence,
        Optional<VersionFile> versionFile,
        Optional<Version> worked) {
    /** Major, minor, patch. */
    private static final int RAISED = 3;

    public GitSurvey {
        releases = List.copyOf(releases);
        merged = List.copyOf(merged);
    }

    /**
     * A release that was.
     *
     * @param name of the tag or branch
     * @param at when it was tagged; when the branch was last committed to, if nothing is tagged
     */
    public record Released(Version version, String name, CommitId commit, Instant at) {}

    /** Looks at a clone on this machine. Reads refs, and the commits since the last release; never the whole history. */
    public static GitSurvey of(Path clone) throws SourceFailure, IOException {
        GitSettings settings = GitSettings.local("survey", clone, Optional.empty());
        try (Copy copy = new LocalCopy(clone, settings.committer())) {
            return Surveyor.survey(copy, settings);
        }
    }

    /** Looks at any repository; of a remote one a copy is made first. */
    public static GitSurvey of(GitSettings settings, Instant now, Http http) throws SourceFailure, IOException {
        try (Copy copy = Copies.open(settings, Specs.everything(), http)) {
            copy.refresh(settings.patience(), now);
            return Surveyor.survey(copy, settings);
        }
    }

    /** The folder of the clone that a folder is in, if it is in one. */
    public static Optional<Path> root(Path folder) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .findGitDir(folder.toAbsolutePath().normalize().toFile());
        return Optional.ofNullable(builder.getGitDir()).map(dir -> {
            boolean inside = dir.getName().equals(".git") && dir.getParentFile() != null;
            return inside ? dir.getParentFile().toPath() : dir.toPath();
        });
    }

    public Optional<Released> last() {
        return releases.isEmpty() ? Optional.empty() : Optional.of(releases.getLast());
    }

    /**
     * The newest version that there is, from which the next follows; where nothing was released, one from which follows what main works
     * towards.
     */
    public Version before() {
        return newest.or(() -> worked.filter(GitSurvey::begun).map(GitSurvey::lowered))
                .orElse(new Version("0.0.0"));
    }

    private static boolean begun(Version version) {
        return version.part(lastRaised(version)) > 0;
    }

    private static Version lowered(Version version) {
        List<Integer> parts = new ArrayList<>(version.parts());
        int part = lastRaised(version);
        parts.set(part, parts.get(part) - 1);
        return Version.of(parts);
    }

    /** The place of the last number that is not 0, among those that a scheme raises. */
    private static int lastRaised(Version version) {
        int last = 0;
        for (int part = 0; part < RAISED; part++) {
            last = version.part(part) > 0 ? part : last;
        }
        return last;
    }

    /** How the next version seems to follow from {@link #before}. */
    public VersionScheme scheme() {
        if (last().filter(GitSurvey::isDated).isPresent()) {
            return new VersionScheme.YearMonth();
        }
        if (newest.isEmpty() && worked.filter(GitSurvey::begun).isPresent()) {
            return new VersionScheme.Raise(lastRaised(worked.get()));
        }
        int[] raised = new int[RAISED];
        for (int i = 1; i < releases.size(); i++) {
            raised[raisedPart(releases.get(i - 1).version(), releases.get(i).version())]++;
        }
        int most = 1;
        for (int part = 0; part < raised.length; part++) {
            most = raised[part] > raised[most] ? part : most;
        }
        boolean lines = branches.contains("{minor}");
        return new VersionScheme.Raise(lines ? Math.min(most, 1) : most);
    }

    /** Year and month of the release stand in its name. */
    static boolean isDated(Released release) {
        LocalDate date = release.at().atZone(ZoneOffset.UTC).toLocalDate();
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
        return cadence.map(c -> Math.clamp(Math.round(c.between().toDays() / 7.0), 1, 52));
    }

    /** The weekday of most releases. */
    public Optional<DayOfWeek> weekday(ZoneId zone) {
        Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
        releases.forEach(r -> counts.merge(r.at().atZone(zone).getDayOfWeek(), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
