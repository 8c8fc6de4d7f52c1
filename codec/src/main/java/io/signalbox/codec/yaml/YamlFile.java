package io.signalbox.codec.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one file of YAML 1.2. */
public final class YamlFile {
    private static final int LARGEST = 4 * 1024 * 1024;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param read makes something of its top map; whatever it returns is thrown away if there was any fault
     */
    public static <T> Read<T> read(Path file, Function<YamlMap, Optional<T>> read) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) {
                return refused(name, 0, "is larger than 4 MiB");
            }
            return read(name, Files.readString(file, StandardCharsets.UTF_8), read);
        } catch (CharacterCodingException e) {
            return refused(name, 0, "is not text in UTF-8: save it as that");
        } catch (IOException e) {
            return refused(name, 0, "cannot be read: " + e);
        }
    }

    /** Reads the text of a file that is called {@code name} in faults. */
    public static <T> Read<T> read(String name, String text, Function<YamlMap, Optional<T>> read) {
        Faults faults = new Faults();
        Optional<Node> top;
        try {
            top = new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            return refused(name, line, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            return refused(name, 0, "is not YAML: " + e.getMessage());
        }
        if (top.isEmpty()) {
            return refused(name, 0, "is empty");
        }
        YamlMap map = new YamlNode(top.get(), name, "", faults).map();
        Optional<T> value = read.apply(map);
        map.done();
        if (faults.isEmpty() && value.isPresent()) {
            return new Read.Whole<>(value.get());
        }
        if (faults.isEmpty()) {
            map.fault("is incomplete");
        }
        return new Read.Refused<>(faults.all());
    }

    private static <T> Read<T> refused(String name, int line, String message) {
        return new Read.Refused<>(java.util.List.of(new Fault(name, line, "", message, Optional.empty())));
    }
}
