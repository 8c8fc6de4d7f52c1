package io.signalbox.bench.product;

import io.signalbox.bench.table.Figure;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One whole {@code demo --play}: how long it takes, and how often it called the vendors' systems. */
public final class Playing {
    private static final int REPEATS = 1;

    private Playing() {}

    /** @param folder an empty one */
    public static List<Figure> measure(Path folder) throws IOException, InterruptedException {
        Signalbox signalbox = Signalbox.built();
        List<Double> seconds = new ArrayList<>();
        List<Double> calls = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            Path directory = folder.resolve("demo-" + i);
            seconds.add(signalbox.seconds("demo", "--play", "--directory", directory.toString()));
            calls.add((double) calls(directory));
        }
        return List.of(
                Figure.of("calls of the vendors' systems by one demo", "", calls)
                        .against(Figure.Target.atMost(20_000)),
                Figure.of("demo --play", "s", seconds));
    }

    private static long calls(Path directory) throws IOException {
        return EffectLog.read(directory.resolve("world.jsonl")).stream()
                .filter(entry -> entry.detail() instanceof Detail.Request)
                .count();
    }
}
