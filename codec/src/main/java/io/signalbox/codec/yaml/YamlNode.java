package io.signalbox.codec.yaml;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A place in a file, with what stands there. Whatever is wrong is noted as a fault, and reading goes on. */
public final class YamlNode {
    private final Node node;
    private final String file;
    private final String path;
    private final Faults faults;

    YamlNode(Node node, String file, String path, Faults faults) {
        this.node = node;
        this.file = file;
        this.path = path;
        this.faults = faults;
    }

    public int line() {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
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
        faults.add(new Fault(file, line(), path, message, Optional.empty()));
    }

    /** @param known what could stand there: what is nearest to what is written was probably meant */
    public void fault(String message, String written, Collection<String> known) {
        faults.add(new Fault(file, line(), path, message, Faults.nearest(written, known)));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** This place as a map; an empty one, and a fault, if it is none. */
    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(mapping, file, path, faults, line());
        }
        fault("must be a map of keys and values");
        return YamlMap.empty(file, path, faults, line());
    }

    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            fault("must be a list");
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(item, file, path + "[" + items.size() + "]", faults));
        }
        return items;
    }

    public Optional<String> text() {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        fault("must be a single value");
        return Optional.empty();
    }

    /** The text as something else; a fault that says {@code wanted} and why if it cannot be that. */
    public <T> Optional<T> as(String wanted, Function<String, T> parse) {
        Optional<String> text = text();
        try {
            return text.map(parse);
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            fault("\"%s\" is not %s%s".formatted(text.orElse(""), wanted, why));
            return Optional.empty();
        }
    }

    /** The text as a time zone. */
    public Optional<ZoneId> zone() {
        Optional<String> text = text();
        try {
            return text.map(Scalars::zone);
        } catch (DateTimeException e) {
            String written = text.orElse("");
            fault(
                    "\"%s\" is not a time zone such as Europe/Stockholm".formatted(written),
                    written,
                    ZoneId.getAvailableZoneIds());
            return Optional.empty();
        }
    }

    /** The text as one of an enum's names, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return oneOf(Arrays.asList(type.getEnumConstants()), YamlNode::written);
    }

    /** The text as one of these. */
    public <T> Optional<T> oneOf(List<T> values, Function<T, String> written) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> found =
                values.stream().filter(v -> written.apply(v).equals(text.get())).findFirst();
        if (found.isEmpty()) {
            List<String> known = values.stream().map(written).toList();
            fault(
                    "\"%s\" is unknown; use one of %s".formatted(text.get(), String.join(", ", known)),
                    text.get(),
                    known);
        }
        return found;
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
