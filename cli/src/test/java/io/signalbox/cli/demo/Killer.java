package io.signalbox.cli.demo;

import io.signalbox.world.gate.Interceptor;
import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Ends the server's process at moments at which that hurts: in the middle of a call, or right after a commit. */
final class Killer implements Interceptor {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final RestartingServer server;
    private final Random random;
    private final int most;
    private final List<String> kills = new ArrayList<>();
    private Trigger next;

    /** @param left how many such moments pass before it strikes */
    private record Trigger(When when, int left) {
        Trigger passed() {
            return new Trigger(when, left - 1);
        }
    }

    private enum When {
        BEFORE_APPLYING,
        APPLIED,
        REPLIED,
        COMMITTED
    }

    Killer(RestartingServer server, long seed, int most) {
        this.server = server;
        this.random = new Random(seed);
        this.most = most;
        this.next = another();
    }

    private Trigger another() {
        When when = When.values()[random.nextInt(When.values().length)];
        int spread = when == When.COMMITTED ? 60 : 7;
        return new Trigger(when, random.nextInt(spread));
    }

    @Override
    public void reached(Moment moment, Vendor vendor, Call call) {
        boolean ours = !call.path().startsWith("/token") && !READS.contains(call.method());
        boolean isRead = call.path().contains("git-upload-pack") || call.path().contains("/search/jql");
        if (ours && !isRead) {
            consider(When.valueOf(moment.name()), "%s %s %s".formatted(vendor, call.method(), call.path()));
        }
    }

    /** Something was committed in the server's database. */
    void committed() {
        consider(When.COMMITTED, "commit");
    }

    private synchronized void consider(When when, String what) {
        if (kills.size() >= most || next.when() != when) {
            return;
        }
        if (next.left() > 0) {
            next = next.passed();
            return;
        }
        kills.add(when + " " + what);
        next = another();
        server.kill();
    }

    synchronized List<String> kills() {
        return List.copyOf(kills);
    }
}
