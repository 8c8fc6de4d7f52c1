package io.signalbox.bench.decisions;

import io.signalbox.bench.fleet.Fleet;
import io.signalbox.bench.load.Workers;
import io.signalbox.bench.table.Figure;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.storage.embedded.EmbeddedPostgres;
import io.signalbox.storage.postgres.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All figures on decisions: one fleet, decided on by the bare function, by the engine in memory, and on PostgreSQL. */
public final class Decisions {
    private static final int REPEATS = 7;

    /** As many apps as a rehearsal or a demo has at most. */
    private static final Fleet FEW = new Fleet(10);

    private static final Looks.Plan IN_MEMORY = new Looks.Plan(5, REPEATS, 20);
    private static final Fleet MANY = new Fleet(200);
    private static final Looks.Plan ON_POSTGRES = new Looks.Plan(5, REPEATS, 1);
    private static final Workers ALONE = new Workers(1);
    private static final Workers TOGETHER = new Workers(8);

    private Decisions() {}

    /** @param folder an empty one, for a database */
    public static List<Figure> measure(Path folder) throws DatabaseTrouble, SQLException {
        Figure decide = Decide.measure(REPEATS);
        List<Figure> figures = new ArrayList<>(List.of(decide));
        Looks inMemory = Looks.measure(new MemoryStorage(System::nanoTime), FEW, ALONE, IN_MEMORY);
        figures.add(Figure.of("looks with nothing new, in memory, 1 thread", "/s", inMemory.steady())
                .over(decide));
        figures.add(Figure.of("changes of stage, in memory, 1 thread", "/s", inMemory.changing())
                .over(decide));
        figures.addAll(onPostgres(folder));
        return figures;
    }

    private static List<Figure> onPostgres(Path folder) throws DatabaseTrouble, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                Database database = Database.open(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            Figure floor = new Statements(postgres, TOGETHER, MANY.tracks()).measure(ON_POSTGRES.warmups(), REPEATS);
            Looks rates = Looks.measure(database.storage(), MANY, TOGETHER, ON_POSTGRES);
            return List.of(
                    floor,
                    Figure.of("looks with nothing new, PostgreSQL, 8 threads", "/s", rates.steady())
                            .over(floor),
                    Figure.of("changes of stage, PostgreSQL, 8 threads", "/s", rates.changing())
                            .over(floor),
                    Figure.of("answers of sources kept, PostgreSQL, 8 threads", "/s", rates.answers())
                            .over(floor));
        }
    }
}
