package io.signalbox.storage.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
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

    /** Every way for root to step down, the best first. */
    static Stream<RunAs> ways() {
        Stream<RunAs> namespace = Stream.of(new RunAs(List.of("unshare", "-U"), 0, 0));
        return Stream.concat(namespace, ACCOUNTS.stream().flatMap(RunAs::stepDownTo));
    }

    private static Stream<RunAs> stepDownTo(String account) {
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
        return said(new Command(List.of("id", which, account), Path.of("/"), Map.of()))
                .filter(id -> id.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    boolean works() {
        return said(call("id", "-u")).filter(id -> id.matches("[1-9]\\d*")).isPresent();
    }

    private Command call(String... words) {
        return new Command(List.of(words), Path.of("/"), Map.of()).under(prefix);
    }

    /** What a small program of the system printed, if it is there and ended well. */
    private static Optional<String> said(Command command) {
        try {
            return Optional.of(command.run(Duration.ofSeconds(10)))
                    .filter(Command.Ended::well)
                    .map(Command.Ended::output);
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

    /** Makes sure that the account can get at a folder at all. */
    void mustReach(Path folder) throws DatabaseTrouble {
        if (isOther() && said(call("test", "-x", folder + "/.")).isEmpty()) {
            throw new DatabaseTrouble("PostgreSQL does not run as root, and the account it runs under here (uid " + uid
                    + ") cannot enter " + folder + ": choose a directory that others may enter, such as one in"
                    + " /var/lib, or run Signalbox as an ordinary user.");
        }
    }

    /** Gives a file or a folder with all in it to the account that PostgreSQL runs under. */
    void give(Path root) throws IOException {
        if (uid == NOT_POSIX || owns(root)) {
            return;
        }
        // The root last: its owner says whether all is done.
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(path, "unix:uid", uid, NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", gid, NOFOLLOW_LINKS);
            }
        }
    }

    private boolean owns(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid").equals(uid);
    }
}
