package io.signalbox.bench.serving;

import io.signalbox.bench.load.Latencies;
import io.signalbox.bench.load.OpenLoop;
import io.signalbox.bench.table.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The figures on pages. */
public final class Serving {
    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration REPEAT = Duration.ofSeconds(15);
    private static final int REPEATS = 5;
    private static final int PAGE_LOADS = 1000;

    private Serving() {}

    /** @param folder an empty one, for a database */
    public static List<Figure> measure(Path folder) throws IOException, InterruptedException {
        try (Child fleet = Child.start(FleetServer.class, folder.toString())) {
            Reader reader = Reader.of(fleet.word(1), fleet.word(2));
            List<Figure> figures = new ArrayList<>(overviews(reader));
            figures.add(pageLoads(fleet, reader));
            return figures;
        }
    }

    /** Signalbox and the least that serves the same, by turns. */
    private static List<Figure> overviews(Reader reader) throws IOException, InterruptedException {
        int bytes = reader.get(board(0)).length;
        try (Child least = Child.start(BareServer.class, String.valueOf(bytes))) {
            Reader bare = Reader.of(least.word(1), "");
            AtomicInteger next = new AtomicInteger();
            OpenLoop.Request overview = () -> reader.get(board(next.getAndIncrement()));
            OpenLoop.Request same = () -> bare.get(board(next.getAndIncrement()));
            new OpenLoop(PER_SECOND, WARM_UP).run(overview);
            new OpenLoop(PER_SECOND, WARM_UP).run(same);
            List<Latencies> ours = new ArrayList<>();
            List<Latencies> theirs = new ArrayList<>();
            for (int i = 0; i < REPEATS; i++) {
                ours.add(new OpenLoop(PER_SECOND, REPEAT).run(overview));
                theirs.add(new OpenLoop(PER_SECOND, REPEAT).run(same));
            }
            String rate = " at %d requests/s, open loop".formatted(PER_SECOND);
            String peer = "%,d bytes from the JDK's server".formatted(bytes);
            return List.of(
                    percentile("overview API" + rate, ours, 50).over(percentile(peer, theirs, 50)),
                    percentile("overview API" + rate, ours, 99)
                            .over(percentile(peer, theirs, 99))
                            .against(Figure.Target.atMost(25)));
        }
    }

    private static String board(int number) {
        return "/api/v1/apps/app-" + number % FleetServer.APPS + "/board";
    }

    private static Figure percentile(String what, List<Latencies> runs, int percent) {
        return Figure.of(
                what + ", p" + percent,
                "ms",
                runs.stream().map(r -> r.millis(percent)).toList());
    }

    /** What the overview, a release, a track and a train ask the server for when they are opened. */
    private static Figure pageLoads(Child fleet, Reader reader) throws IOException, InterruptedException {
        int before = Integer.parseInt(fleet.ask("calls"));
        for (int i = 0; i < PAGE_LOADS; i++) {
            String app = "/api/v1/apps/app-" + i % FleetServer.APPS;
            reader.get("/api/v1/me");
            reader.get("/api/v1/apps");
            switch (i % 4) {
                case 0 -> reader.get(app + "/board");
                case 1 -> reader.get(app + "/releases/8.9.2");
                case 2 -> reader.get(app + "/releases/8.9.2/tracks/android");
                default -> reader.get(app + "/train");
            }
        }
        int calls = Integer.parseInt(fleet.ask("calls")) - before;
        return Figure.of("calls of sources by 1,000 page loads", "", List.of((double) calls))
                .against(Figure.Target.atMost(0));
    }
}
