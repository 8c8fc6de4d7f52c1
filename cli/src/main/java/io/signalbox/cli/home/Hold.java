package io.signalbox.cli.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One server's hold on its directory, for as long as it runs. The system lets go when the process ends, however it ends. */
public final class Hold implements AutoCloseable {
    private final FileChannel channel;

    private Hold(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Trouble if another server has the directory */
    public static Hold of(Home home) {
        Path file = home.directory().resolve("server.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Trouble("another server runs on %s: stop that one, or name another --directory."
                        .formatted(home.directory()));
            }
            return new Hold(channel);
        } catch (IOException e) {
            throw new Trouble(
                    "%s cannot be locked (%s): name another --directory, on a disk of this machine that has room."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Trouble("the hold on the directory cannot be let go: " + e.getMessage() + ".", e);
        }
    }
}
