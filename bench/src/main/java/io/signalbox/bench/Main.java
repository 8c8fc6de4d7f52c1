package io.signalbox.bench;

import io.signalbox.bench.decisions.Decisions;
import io.signalbox.bench.table.Figure;
import io.signalbox.bench.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures, and prints one table. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("signalbox-bench");
        List<Figure> figures = Decisions.measure(folder.resolve("decisions"));
        System.out.print(Table.of(figures));
    }
}
