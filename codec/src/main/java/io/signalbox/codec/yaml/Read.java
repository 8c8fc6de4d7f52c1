package io.signalbox.codec.yaml;

import java.util.List;

/** What became of reading a file: all of it, or all that is wrong with it. */
public sealed interface Read<T> {
    record Whole<T>(T value) implements Read<T> {}

    record Refused<T>(List<Fault> faults) implements Read<T> {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
