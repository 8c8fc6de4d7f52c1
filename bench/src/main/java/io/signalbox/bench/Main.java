package io.signalbox.bench;

import io.signalbox.bench.decisions.Decisions;
import io.signalbox.bench.product.Playing;
import io.signalbox.bench.product.Starting;
import io.signalbox.bench.serving.Serving;
import io.signalbox.bench.table.Figure;
import io.signalbox.bench.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures what is named, or everything, and prints one table. */
final class Main {
    private enum Part {
        UP(Starting::measure),
        PAGES(Serving::measure),
        DECISIONS(Decisions::measure),
        DEMO(Playing::measure);

        private final Measuring measuring;

        Part(Measuring measuring) {
            this.measuring = measuring;
        }

        private boolean isNamedIn(String[] arguments) {
            return arguments.length == 0 || Arrays.asList(arguments).contains(toString());
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @FunctionalInterface
    private interface Measuring {
        List<Figure> figures(Path folder) throws Exception;
    }

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<Part> parts =
                Arrays.stream(Part.values()).filter(p -> p.isNamedIn(arguments)).toList();
        if (parts.isEmpty() || arguments.length > parts.size()) {
            System.err.println("Name some of " + Arrays.toString(Part.values()) + ", or none to measure all.");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("signalbox-bench");
        List<Figure> figures = new ArrayList<>();
        for (Part part : parts) {
            System.err.println("Measuring " + part + ".");
            figures.addAll(part.measuring.figures(folder.resolve(part.toString())));
        }
        System.out.print(Table.of(figures));
    }
}
