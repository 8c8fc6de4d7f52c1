package io.signalbox.storage.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL, unpacked once into a folder of their version. A folder that lost files (a crash of the
 * machine, a cleaner) is unpacked again.
 *
 * @param home the folder that holds bin, lib and share
 */
record Binaries(Path home, Platform platform) {
    static final String VERSION = "18.6";
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    /** Where the packed programs come from. */
    interface Archive {
        InputStream open() throws DatabaseTrouble, IOException;
    }

    /** Finds them in the cache, or unpacks them there from the class path. */
    static Binaries in(Path cache, Platform platform) throws DatabaseTrouble {
        return in(cache, platform, () -> ofClassPath(platform));
    }

    static Binaries in(Path cache, Platform platform, Archive archive) throws DatabaseTrouble {
        Path home = cache.toAbsolutePath().resolve("postgresql-" + VERSION + "-" + platform);
        try {
            // One at a time in this process as well: a file lock is held by the process, not by a thread.
            synchronized (Binaries.class) {
                if (!Unpacked.whole(home)) {
                    Files.createDirectories(home.getParent());
                    try (FileChannel channel = FileChannel.open(
                                    home.resolveSibling(home.getFileName() + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                            FileLock _ = channel.lock()) {
                        if (!Unpacked.whole(home)) {
                            unpack(home, archive);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw DatabaseTrouble.ofFiles(
                    "Unpacking PostgreSQL into " + home, e, "it needs 60 MB in a folder that this user may write");
        }
        return new Binaries(home, platform);
    }

    private static void unpack(Path home, Archive archive) throws IOException, DatabaseTrouble {
        String prefix = home.getFileName() + ".unfinished";
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            for (Path stale : siblings.filter(p -> p.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Disk.deleteTree(stale);
            }
        }
        Path next = home.resolveSibling(prefix);
        try (InputStream packed = archive.open()) {
            Unpacked.unpack(packed, next);
        }
        if (Files.exists(home)) {
            // Programs that run from a damaged folder keep their open files.
            Disk.moveIntoPlace(home, home.resolveSibling(prefix + ".damaged"));
        }
        Disk.moveIntoPlace(next, home);
        Disk.deleteTree(home.resolveSibling(prefix + ".damaged"));
    }

    private static InputStream ofClassPath(Platform platform) throws DatabaseTrouble {
        return Optional.ofNullable(Binaries.class.getResourceAsStream("/" + platform.archive()))
                .orElseThrow(() -> new DatabaseTrouble("This build of Signalbox carries no PostgreSQL for " + platform
                        + ": build Signalbox on this machine, or give it a PostgreSQL with --database-url."));
    }

    String program(String name) {
        return home.resolve("bin").resolve(platform.tool(name)).toString();
    }

    /** A call of one of the programs. */
    Command call(Path folder, Path data, String name, String... arguments) {
        List<String> words =
                Stream.concat(Stream.of(program(name)), Stream.of(arguments)).toList();
        return new Command(words, folder, Map.of("PGDATA", data.toString()));
    }
}
