package io.signalbox.cli.config;

import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.codec.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads lists of single values. */
final class Texts {
    private Texts() {}

    /** The values below a key, none if there is no such key. */
    static List<String> of(YamlMap map, String key) {
        return map.list(key).stream()
                .map(YamlNode::text)
                .flatMap(Optional::stream)
                .toList();
    }
}
