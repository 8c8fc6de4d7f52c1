package io.signalbox.connectors.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The top map of a YAML text, its scalars as written: {@code 8.10} is a version here and no number. */
record YamlText(Map<String, Node> fields) {

    /** @throws Unreadable if it is no map, or names a field twice, which clients refuse */
    static YamlText of(String text) throws Unreadable {
        try {
            Node top = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow(() -> new Unreadable("it is empty"));
            return new YamlText(fields(top));
        } catch (YamlEngineException e) {
            throw new Unreadable("it is not YAML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Map<String, Node> fields(Node node) throws Unreadable {
        if (!(node instanceof MappingNode map)) {
            throw new Unreadable("it is no map of fields");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple field : map.getValue()) {
            String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (fields.putIfAbsent(key, field.getValueNode()) != null) {
                throw new Unreadable("it names %s twice".formatted(key));
            }
        }
        return fields;
    }

    Optional<String> text(String field) {
        return fields.get(field) instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    String required(String field) throws Unreadable {
        return text(field).filter(t -> !t.isBlank()).orElseThrow(() -> new Unreadable("it has no %s".formatted(field)));
    }

    /** The {@code url} of each map in a list; none if there is no such list. */
    List<String> urls(String field) throws Unreadable {
        if (!(fields.get(field) instanceof SequenceNode list)) {
            return List.of();
        }
        List<String> urls = new ArrayList<>();
        for (Node one : list.getValue()) {
            urls.add(new YamlText(fields(one)).required("url"));
        }
        return urls;
    }
}
