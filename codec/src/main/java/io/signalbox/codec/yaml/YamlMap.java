package io.signalbox.codec.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A map in a file. Its reader asks for the keys that it knows and then calls {@link #done}, which makes every other key a fault with
 * the nearest known one. Not thread-safe.
 */
public final class YamlMap {
    private final Map<String, YamlNode> entries = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();
    private final String file;
    private final String path;
    private final Faults faults;
    private final int line;

    private YamlMap(String file, String path, Faults faults, int line) {
        this.file = file;
        this.path = path;
        this.faults = faults;
        this.line = line;
    }

    YamlMap(MappingNode mapping, String file, String path, Faults faults, int line) {
        this(file, path, faults, line);
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                YamlNode value = new YamlNode(tuple.getValueNode(), file, below, faults);
                if (entries.put(key.getValue(), value) != null) {
                    value.fault("is written twice");
                }
            }
        }
    }

    static YamlMap empty(String file, String path, Faults faults, int line) {
        return new YamlMap(file, path, faults, line);
    }

    public String path() {
        return path;
    }

    public Faults faults() {
        return faults;
    }

    /** A value that the domain refuses is a fault with the domain's own words. */
    public void fault(IllegalArgumentException why) {
        fault(String.valueOf(why.getMessage()));
    }

    public void fault(String message) {
        faults.add(new Fault(file, line, path, message, Optional.empty()));
    }

    /** All entries, for a map whose keys are names that its writer chose. */
    public Map<String, YamlNode> named() {
        asked.addAll(entries.keySet());
        return entries;
    }

    public Optional<YamlNode> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    public Optional<YamlNode> required(String key) {
        Optional<YamlNode> found = optional(key);
        if (found.isEmpty()) {
            fault("\"%s\" is missing".formatted(key));
        }
        return found;
    }

    public Optional<String> text(String key) {
        return required(key).flatMap(YamlNode::text);
    }

    public String text(String key, String otherwise) {
        return optional(key).flatMap(YamlNode::text).orElse(otherwise);
    }

    public <T> Optional<T> as(String key, String wanted, Function<String, T> parse) {
        return required(key).flatMap(n -> n.as(wanted, parse));
    }

    public <T> T as(String key, String wanted, Function<String, T> parse, T otherwise) {
        return optional(key).flatMap(n -> n.as(wanted, parse)).orElse(otherwise);
    }

    /** The items of a list, none if there is no such key. */
    public List<YamlNode> list(String key) {
        return optional(key).map(YamlNode::list).orElse(List.of());
    }

    /** The map below a key, an empty one if there is no such key. */
    public YamlMap map(String key) {
        return optional(key)
                .map(YamlNode::map)
                .orElseGet(() -> empty(file, path.isEmpty() ? key : path + "." + key, faults, line));
    }

    /** Makes every key that nobody asked for a fault. */
    public void done() {
        List<String> known = new ArrayList<>(asked);
        entries.forEach((key, value) -> {
            if (!asked.contains(key)) {
                value.fault("unknown key; known here: " + String.join(", ", known), key, known);
            }
        });
    }
}
