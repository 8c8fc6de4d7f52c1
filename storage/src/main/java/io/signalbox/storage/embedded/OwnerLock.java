package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * That this process, and no other, looks after a directory. The system frees the lock with the process, however it ends.
 *
 * <p>Who holds it stands in a second file: on POSIX systems closing any handle of a locked file gives the lock away, so
 * the locked file is never opened just to be read, nor by a process that holds it already.
 */
final class OwnerLock implements AutoCloseable {
    private final Path owner;
    private final FileChannel channel;

    private OwnerLock(Path owner, FileChannel channel) {
        this.owner = owner;
        this.channel = channel;
    }

    static OwnerLock take(Path directory) throws DatabaseTrouble {
        // One at a time in this process, so that two threads do not meet on one lock file.
        synchronized (OwnerLock.class) {
            Path owner = directory.resolve("owner");
            try {
                if (Disk.readIfThere(owner).filter(ourselves()::equals).isPresent()) {
                    throw taken(
                            directory,
                            "this very process, " + ProcessHandle.current().pid());
                }
                FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    throw taken(directory, "process " + holder(owner).orElse("unknown"));
                }
                Disk.writePrivately(owner, ourselves());
                return new OwnerLock(owner, channel);
            } catch (IOException e) {
                throw DatabaseTrouble.ofFiles(
                        "Locking the database in " + directory, e, "choose a directory that this user may write");
            }
        }
    }

    private static DatabaseTrouble taken(Path directory, String by) {
        return new DatabaseTrouble("The database in " + directory + " is in use by " + by
                + ": stop that one, or choose another directory.");
    }

    private static Optional<String> holder(Path owner) throws IOException {
        return Disk.readIfThere(owner).map(text -> text.split(" ")[0]);
    }

    /** The start tells this process from an earlier one that had the same number. */
    private static String ourselves() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + " "
                + self.info().startInstant().map(Object::toString).orElse("");
    }

    @Override
    public void close() throws IOException {
        synchronized (OwnerLock.class) {
            Files.deleteIfExists(owner);
            channel.close();
        }
    }
}
