package io.signalbox.world.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of everything that happened in the world. It is kept in memory and, where a file is given, written
 * there as one JSON object per line, flushed entry by entry. Thread-safe.
 */
public final class EffectLog implements AutoCloseable {
    private final Supplier<Instant> now;
    private final @Nullable Writer file;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Vendor, Long> requests = new EnumMap<>(Vendor.class);

    /**
     * @param now the virtual clock
     * @param file where to write, replaced if it exists
     * @throws UncheckedIOException if the file cannot be opened
     */
    public EffectLog(Supplier<Instant> now, Optional<Path> file) {
        this.now = now;
        this.file = file.map(EffectLog::open).orElse(null);
    }

    /** Appends an entry with the present virtual instant. */
    public synchronized Entry append(Vendor vendor, Detail detail) {
        Entry entry = new Entry(entries.size() + 1L, now.get(), vendor, Entry.kindOf(detail), detail);
        entries.add(entry);
        if (detail instanceof Detail.Request) {
            requests.merge(vendor, 1L, Long::sum);
        }
        if (file != null) {
            write(file, entry);
        }
        return entry;
    }

    /** Everything so far, oldest first: a copy that does not change any more. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What came after a position of the order; 0 means everything. */
    public synchronized List<Entry> after(long seq) {
        return List.copyOf(entries.subList((int) Math.min(seq, entries.size()), entries.size()));
    }

    /** The details of one type so far, oldest first. */
    public <D extends Detail> List<D> details(Class<D> type) {
        return entries().stream()
                .flatMap(entry ->
                        type.isInstance(entry.detail()) ? Stream.of(type.cast(entry.detail())) : Stream.empty())
                .toList();
    }

    /** How many requests a vendor has had, dropped ones included. */
    public synchronized long requests(Vendor vendor) {
        return requests.getOrDefault(vendor, 0L);
    }

    /** Reads a log that was written to a file. */
    public static List<Entry> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(EntryJson::read).toList();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private static Writer open(Path file) {
        try {
            return Files.newBufferedWriter(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot open the world's log " + file + ": name a file that can be written", e);
        }
    }

    private static void write(Writer file, Entry entry) {
        try {
            file.write(EntryJson.write(entry));
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write entry " + entry.seq() + " of the world's log: free the disk", e);
        }
    }
}
