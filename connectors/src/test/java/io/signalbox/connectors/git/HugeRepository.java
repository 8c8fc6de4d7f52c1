package io.signalbox.connectors.git;

import io.signalbox.domain.signal.RepositoryReading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * Makes repositories of many commits, and as a program measures how long one of 100,000 takes to be read for the first time, the
 * second time and after one more commit, and how much memory. Run it with {@code -Xmx1g}.
 */
final class HugeRepository {
    private static final int FOLDERS = 100;
    private static final int FILES = 40;

    private HugeRepository() {}

    /**
     * Fills main with commits that each change two files of a tree of 4,000, every tenth of them a merge; cuts a branch every 500
     * commits and tags it.
     *
     * @return the number of the newest version, such as 12 for 1.12
     */
    static int fill(MadeRepository made, int commits) throws IOException {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        ObjectId[][] blobs = new ObjectId[FOLDERS][FILES];
        ObjectId[] folders = new ObjectId[FOLDERS];
        int minor = 0;
        ObjectDirectory objects = (ObjectDirectory) made.repository().getObjectDatabase();
        try (PackInserter inserter = objects.newPackInserter()) {
            inserter.checkExisting(false);
            inserter.setCompressionLevel(Deflater.BEST_SPEED);
            for (int folder = 0; folder < FOLDERS; folder++) {
                for (int file = 0; file < FILES; file++) {
                    blobs[folder][file] = blob(inserter, "begin " + folder + " " + file);
                }
                folders[folder] = tree(inserter, blobs[folder], "File", FileMode.REGULAR_FILE);
            }
            ObjectId head = commit(inserter, folders, List.of(), "First", 0);
            for (int i = 1; i <= commits; i++) {
                List<ObjectId> parents = List.of(head);
                if (i % 10 == 0) {
                    parents = List.of(head, change(inserter, chance, blobs, folders, parents, "Side " + i, i));
                }
                head = change(inserter, chance, blobs, folders, parents, "Commit " + i + ", AND-" + i, i);
                if (i % 500 == 0) {
                    minor++;
                    inserter.flush();
                    made.point("release/1." + minor, head.name());
                    made.tag("v1." + minor, head.name());
                }
            }
            inserter.flush();
            made.point("main", head.name());
        }
        return minor;
    }

    private static ObjectId change(
            ObjectInserter inserter,
            RandomGenerator chance,
            ObjectId[][] blobs,
            ObjectId[] folders,
            List<ObjectId> parents,
            String message,
            int number)
            throws IOException {
        for (int changed = 0; changed < 2; changed++) {
            int folder = chance.nextInt(FOLDERS);
            blobs[folder][chance.nextInt(FILES)] = blob(inserter, message + " " + changed);
            folders[folder] = tree(inserter, blobs[folder], "File", FileMode.REGULAR_FILE);
        }
        return commit(inserter, folders, parents, message, number);
    }

    private static ObjectId blob(ObjectInserter inserter, String text) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, (text + "\n").repeat(20).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectId tree(ObjectInserter inserter, ObjectId[] entries, String name, FileMode mode)
            throws IOException {
        TreeFormatter tree = new TreeFormatter();
        for (int i = 0; i < entries.length; i++) {
            tree.append("%s%03d".formatted(name, i), mode, entries[i]);
        }
        return inserter.insert(tree);
    }

    private static ObjectId commit(
            ObjectInserter inserter, ObjectId[] folders, List<ObjectId> parents, String message, int number)
            throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree(inserter, folders, "folder", FileMode.TREE));
        commit.setParentIds(parents);
        Instant at = MadeRepository.START.minus(Duration.ofMinutes(10L * (1_000_000 - number)));
        PersonIdent ada = new PersonIdent("Ada", "ada@example.com", at, ZoneOffset.UTC);
        commit.setAuthor(ada);
        commit.setCommitter(ada);
        commit.setMessage(message);
        return inserter.insert(commit);
    }

    /** @param args how many commits */
    public static void main(String[] args) throws Exception {
        int commits = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("huge");
        try (MadeRepository made = MadeRepository.bare(folder.resolve("huge.git"))) {
            long began = System.nanoTime();
            int newest = fill(made, commits);
            print("made %,d commits".formatted(commits), began);
            GitSettings settings = GitSettings.local("git", folder.resolve("huge.git"), Optional.empty());
            try (GitConnector connector = TestConnectors.connector(settings, Asked.WITHOUT_FILE)) {
                read(connector, "1.%d".formatted(newest + 1), "1.%d".formatted(newest), "first reading");
                read(connector, "1.%d".formatted(newest + 1), "1.%d".formatted(newest), "second reading");
                made.commit("main", "One more");
                read(connector, "1.%d".formatted(newest + 1), "1.%d".formatted(newest), "after one more commit");
                read(connector, "1.%d".formatted(newest), "1.%d".formatted(newest - 4), "a release five cuts long");
                read(connector, "9.9", "0.1", "a release of which no previous one is known");
                read(connector, "1.%d".formatted(newest), "1.1", "the whole history, cut short");
            }
            began = System.nanoTime();
            GitSurvey survey = GitSurvey.of(folder.resolve("huge.git"));
            print(
                    "surveyed: last is %s, %d merged since"
                            .formatted(
                                    survey.last().orElseThrow().name(),
                                    survey.merged().size()),
                    began);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf("%-60s %8d MB%n", "peak of all memory pools", peak >> 20);
    }

    private static void read(GitConnector connector, String version, String previous, String what) {
        long began = System.nanoTime();
        RepositoryReading reading = Asked.reading(connector, Asked.about(List.of(), Asked.release(version, previous)));
        print(
                "%s: %d commits of main, whole %s"
                        .formatted(
                                what,
                                reading.main().commits().size(),
                                reading.main().whole()),
                began);
    }

    private static void print(String what, long began) {
        System.out.printf("%-60s %8.2f s%n", what, (System.nanoTime() - began) / 1e9);
    }
}
