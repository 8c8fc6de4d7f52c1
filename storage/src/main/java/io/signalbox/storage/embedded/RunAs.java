package io.signalbox.storage.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs. It refuses root, so root steps down: into a user namespace, where the files stay root's own,
 * or, where namespaces are forbidden (most containers), to an ordinary account that then owns the data.
 *
 * @param prefix the words before each call
 * @param uid who has to own the data
 * @param gid the group of the data
 */
record RunAs(List<String> prefix, int uid, int gid) {
    private static final int NOT_POSIX = -1;
    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

    RunAs {
        prefix = List.copyOf(prefix);
    }

    static RunAs choose(Platform platform) throws DatabaseTrouble {
        if (platform.isWindows()) {
            // pg_ctl gives administrators' rights up by itself.
            return new RunAs(List.of(), NOT_POSIX, NOT_POSIX);
        }
        UnixSystem self = new UnixSystem();
        if (self.getUid() != 0) {
            return new RunAs(List.of(), (int) self.getUid(), (int) self.getGid());
        }
        for (RunAs way : ways().toList()) {
            if (way.works()) {
                return way;
            }
        }
        throw new DatabaseTrouble("PostgreSQL does not run as root, and none of unshare, setpriv, runuser and su could"
                + " step down to an ordinary account here: run Signalbox as an ordinary user, install util-linux,"
                + " or give it a PostgreSQL with --database-url.");
    }

    private static Stream<RunAs> ways() {
        Stream<RunAs> namespace = Stream.of(new RunAs(List.of("unshare", "-U"), 0, 0));
        return Stream.concat(namespace, ACCOUNTS.stream().flatMap(RunAs::stepDownTo));
    }

    static Stream<RunAs> stepDownTo(String account) {
        Optional<Integer> uid = number("-u", account);
        Optional<Integer> gid = number("-g", account);
        if (uid.isEmpty() || gid.isEmpty()) {
            return Stream.empty();
        }
        List<List<String>> prefixes = List.of(
                List.of("setpriv", "--reuid=" + uid.get(), "--regid=" + gid.get(), "--clear-groups"),
                List.of("runuser", "-u", account, "--"),
                List.of("su", "-s", "/bin/sh", account, "-c", "exec \"$0\" \"$@\"", "--"));
        return prefixes.stream().map(prefix -> new RunAs(prefix, uid.get(), gid.get()));
    }

    private static Optional<Integer> number(String which, String account) {
        return said(List.of("id", which, account)).map(Integer::valueOf);
    }

    private boolean works() {
        return said(Stream.concat(prefix.stream(), Stream.of("id", "-u")).toList())
                .filter(id -> !id.equals("0"))
                .isPresent();
    }

    /** What a small program printed, if it is there and ended well with a number. */
    private static Optional<String> said(List<String> words) {
        try {
            Command.Ended ended = new Command(words, Path.of("/"), Map.of()).run(Duration.ofSeconds(10));
            return Optional.of(ended)
                    .filter(Command.Ended::well)
                    .map(Command.Ended::output)
                    .filter(o -> o.matches("\\d+"));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether PostgreSQL runs under another account than this process. */
    boolean isOther() {
        return uid > 0 && !prefix.isEmpty();
    }

    /** Gives a file or a folder with all in it to the account that PostgreSQL runs under. */
    void give(Path root) throws IOException {
        if (uid == NOT_POSIX || owns(root)) {
            return;
        }
        // The root last: its owner says whether all is done.
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.setAttribute(path, "unix:uid", uid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", gid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean owns(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid").equals(uid);
    }
}
