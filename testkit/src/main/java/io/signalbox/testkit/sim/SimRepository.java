package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** A repository as lists of commits, oldest first. */
final class SimRepository {
    private final RandomGenerator chance;
    private final List<Commit> main = new ArrayList<>();
    private final Map<String, Branch> branches = new TreeMap<>();
    private final TreeSet<String> tags = new TreeSet<>();
    private Version version = new Version("8.9.1");

    private record Branch(CommitId base, List<Commit> commits) {}

    SimRepository(RandomGenerator chance, Instant start) {
        this.chance = chance;
        commit(main, start.minusSeconds(3600), "First", List.of());
    }

    private Commit commit(List<Commit> onto, Instant at, String subject, List<String> tickets) {
        StringBuilder hash = new StringBuilder();
        while (hash.length() < 40) {
            hash.append("%016x".formatted(chance.nextLong()));
        }
        String team = SimPlan.TEAMS.get(chance.nextInt(SimPlan.TEAMS.size())).value();
        Commit commit = new Commit(
                new CommitId(hash.substring(0, 40)),
                "dev",
                at,
                subject,
                tickets,
                List.of(team + "/File.java"),
                true,
                chance.nextInt(700),
                Optional.empty());
        onto.add(commit);
        return commit;
    }

    Commit mergeToMain(Instant at) {
        return commit(main, at, "Work", List.of());
    }

    /** A fix straight on a release branch; nothing if there is no such branch. */
    Optional<Commit> fix(String branch, Instant at, List<String> tickets) {
        return Optional.ofNullable(branches.get(branch)).map(b -> commit(b.commits(), at, "Fix", tickets));
    }

    /** Whether that changed anything. */
    boolean bump(Version to, Instant at) {
        if (version.compareTo(to) >= 0) {
            return false;
        }
        version = to;
        commit(main, at, "Begin " + to, List.of());
        return true;
    }

    /** Empty if the branch is there already; false if the commit is unknown. */
    Optional<Boolean> cut(String branch, CommitId from) {
        if (branches.containsKey(branch)) {
            return Optional.empty();
        }
        if (main.stream().noneMatch(c -> c.id().equals(from))) {
            return Optional.of(false);
        }
        branches.put(branch, new Branch(from, new ArrayList<>()));
        return Optional.of(true);
    }

    boolean tag(String name) {
        return tags.add(name);
    }

    boolean tagged(String name) {
        return tags.contains(name);
    }

    Version version() {
        return version;
    }

    Line main() {
        List<Commit> newestFirst = main.reversed();
        return new Line(
                "main",
                newestFirst.getFirst().id(),
                main.getFirst().id(),
                List.copyOf(newestFirst.subList(0, newestFirst.size() - 1)),
                true);
    }

    Commit newestOnMain() {
        return main.getLast();
    }

    Optional<Line> branch(String name) {
        return Optional.ofNullable(branches.get(name)).map(branch -> {
            List<Commit> commits = branch.commits();
            CommitId head =
                    commits.isEmpty() ? branch.base() : commits.getLast().id();
            return new Line(name, head, branch.base(), List.copyOf(commits.reversed()), true);
        });
    }
}
