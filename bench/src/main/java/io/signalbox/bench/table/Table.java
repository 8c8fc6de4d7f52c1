package io.signalbox.bench.table;

import java.util.ArrayList;
import java.util.List;

/** Figures as a Markdown table. */
public final class Table {
    private static final List<String> HEADER =
            List.of("what", "median", "range", "repeats", "target", "", "floor of the same run");

    private Table() {}

    public static String of(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        figures.forEach(figure -> rows.add(row(figure)));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < HEADER.size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(line(rows.get(i), widths));
            if (i == 0) {
                text.append(line(widths.stream().map("-"::repeat).toList(), widths));
            }
        }
        return text.toString();
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.what(),
                figure.shown(),
                figure.range(),
                String.valueOf(figure.repeats().size()),
                figure.target().map(Object::toString).orElse(""),
                figure.verdict(),
                figure.floor().map(floor -> beside(figure, floor)).orElse(""));
    }

    private static String beside(Figure figure, Figure floor) {
        double share = 100 * figure.median() / floor.median();
        return "%s %s: %s %%".formatted(floor.what(), floor.shown(), Figure.number(share));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < cells.size(); i++) {
            line.append(' ')
                    .append(cells.get(i))
                    .append(" ".repeat(widths.get(i) - cells.get(i).length()))
                    .append(" |");
        }
        return line.append('\n').toString();
    }
}
