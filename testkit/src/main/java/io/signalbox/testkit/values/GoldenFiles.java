package io.signalbox.testkit.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stored values in files that stay for good: {@code NAME.1.jsonl}, {@code NAME.2.jsonl} and so on, one value a line. Every one of
 * them must be readable for ever; the newest must be what is written today.
 *
 * <p>When a shape changes, run the tests of the module once with {@code -Dsignalbox.golden=write}: that adds a file with the next
 * number. If no release has the newest shape yet, {@code -Dsignalbox.golden=rewrite} puts the new one in its place instead.
 */
public final class GoldenFiles {
    private final Path folder;

    /** @param folder within the module that is tested */
    public GoldenFiles(Path folder) {
        this.folder = folder;
    }

    /** Everything that was ever written can still be read, and reads as something that can be written. */
    public <T> void canBeRead(String name, Function<String, T> read, Function<T, String> write) {
        List<Path> files = files(name);
        assertThat(files).as("golden files of %s in %s", name, folder).isNotEmpty();
        for (Path file : files) {
            for (String line : lines(file)) {
                T value = read.apply(line);
                assertThat(read.apply(write.apply(value))).as(file.toString()).isEqualTo(value);
            }
        }
    }

    /** What is written today is what the newest file holds. */
    public <T> void showTheShape(String name, List<T> values, Function<T, String> write) {
        String now = values.stream().map(write).map(line -> line + "\n").collect(Collectors.joining());
        List<Path> files = files(name);
        String newest = files.isEmpty() ? "" : text(files.getLast());
        String wish = System.getProperty("signalbox.golden", "compare");
        if (!now.equals(newest) && !wish.equals("compare")) {
            int number = wish.equals("rewrite") ? Math.max(1, files.size()) : files.size() + 1;
            write(folder.resolve("%s.%d.jsonl".formatted(name, number)), now);
            return;
        }
        assertThat(now)
                .as("the stored shape of %s has changed: the comment of GoldenFiles says what to do", name)
                .isEqualTo(newest);
    }

    private List<Path> files(String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            long count = all.filter(f -> f.getFileName().toString().matches(name + "\\.\\d+\\.jsonl"))
                    .count();
            return Stream.iterate(1, n -> n <= count, n -> n + 1)
                    .map(n -> folder.resolve("%s.%d.jsonl".formatted(name, n)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
