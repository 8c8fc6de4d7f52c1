package io.signalbox.cli.replicas;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One business time for several processes. It passes as real time does, and jumps besides: how far it has jumped is in a file that all
 * of them have mapped. So it goes on while a process is stopped, as a machine's clock does.
 */
final class SharedClock implements InstantSource {
    private final MappedByteBuffer ahead;

    private SharedClock(MappedByteBuffer ahead) {
        this.ahead = ahead;
    }

    static SharedClock at(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            mapped.order(ByteOrder.nativeOrder());
            return new SharedClock(mapped);
        }
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(System.currentTimeMillis() + ahead.getLong(0));
    }

    void jumpTo(Instant then) {
        Duration left = Duration.between(instant(), then);
        ahead.putLong(0, ahead.getLong(0) + left.toMillis());
    }
}
