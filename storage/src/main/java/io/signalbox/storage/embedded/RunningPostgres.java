package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How to reach the PostgreSQL of a directory that another process looks after. */
public record RunningPostgres(String jdbcUrl, String user, String password) {

    /**
     * The server that runs on a directory now; empty if none does.
     *
     * @param directory as given to {@link EmbeddedPostgres#start(Path)}
     */
    public static Optional<RunningPostgres> in(Path directory) throws DatabaseTrouble {
        Path root = directory.toAbsolutePath().normalize();
        Path data = root.resolve("data");
        try {
            Optional<PidFile> server = PidFile.read(data).filter(pid -> pid.ready() && pid.alive(data));
            Optional<String> password =
                    Disk.readIfThere(root.resolve("password")).map(String::strip);
            return server.flatMap(s -> password.map(
                    p -> new RunningPostgres(Handshake.url(s.port(), Handshake.DATABASE), Handshake.USER, p)));
        } catch (IOException e) {
            throw DatabaseTrouble.ofFiles(
                    "Looking for the running database of " + root, e, "choose a directory that this user may read");
        }
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
