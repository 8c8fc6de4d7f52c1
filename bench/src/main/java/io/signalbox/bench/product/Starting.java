package io.signalbox.bench.product;

import io.signalbox.bench.table.Figure;
import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.storage.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How soon {@code up} serves its first page, and what it holds in memory when nothing happens. */
public final class Starting {
    private static final int REPEATS = 5;
    private static final int IDLE_SECONDS = 20;

    private final Signalbox signalbox;
    private final Path folder;
    private final Path repository;

    private Starting(Signalbox signalbox, Path folder, Path repository) {
        this.signalbox = signalbox;
        this.folder = folder;
        this.repository = repository;
    }

    /** @param folder an empty one */
    public static List<Figure> measure(Path folder) throws IOException, InterruptedException, DatabaseTrouble {
        Path repository = SmallRepository.make(folder.resolve("repository"));
        return new Starting(Signalbox.built(), folder, repository).measure();
    }

    private List<Figure> measure() throws IOException, InterruptedException, DatabaseTrouble {
        List<Double> program = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            program.add(signalbox.seconds("--version"));
            Path home = folder.resolve("own-" + i);
            try (Up up = Up.start(signalbox, Map.of(), begin(home))) {
                first.add(up.seconds());
            }
            try (Up up = Up.start(signalbox, Map.of(), at(home))) {
                again.add(up.seconds());
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                idle.add(up.megabytes());
            }
        }
        Figure floor = Figure.of("signalbox --version", "s", program);
        Figure.Target soon = Figure.Target.atMost(5);
        return List.of(
                Figure.of("up to the first page, new directory, own PostgreSQL", "s", first)
                        .against(soon)
                        .over(floor),
                Figure.of("up to the first page, known directory, own PostgreSQL", "s", again)
                        .against(soon)
                        .over(floor),
                Figure.of("up to the first page, known directory, PostgreSQL given", "s", given())
                        .against(Figure.Target.atMost(4.5))
                        .over(floor),
                Figure.of("memory of up, idle for %d s, without PostgreSQL".formatted(IDLE_SECONDS), "MB", idle)
                        .against(Figure.Target.atMost(350)));
    }

    private List<Double> given() throws IOException, InterruptedException, DatabaseTrouble {
        Path home = folder.resolve("given");
        List<Double> seconds = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("given-database"))) {
            Map<String, String> password = Map.of("SIGNALBOX_DATABASE_PASSWORD", postgres.password());
            List<String> database = List.of("--database-url", postgres.jdbcUrl(), "--database-user", postgres.user());
            Up.start(signalbox, password, both(begin(home), database)).close();
            for (int i = 0; i < REPEATS; i++) {
                try (Up up = Up.start(signalbox, password, both(at(home), database))) {
                    seconds.add(up.seconds());
                }
            }
        }
        return seconds;
    }

    private List<String> begin(Path home) {
        return both(at(home), List.of("--repository", repository.toString()));
    }

    private static List<String> at(Path home) {
        return List.of("--directory", home.toString());
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
