package io.signalbox.codec.yaml;

/**
 * A part of an app's configuration that some connector understands. Its reader asks for the keys that it knows and calls
 * {@link YamlMap#done}.
 *
 * @param kind which connector, such as {@code google-play}
 * @param name how the app's owners call it: the key of a repository or destination, or the source's own name
 */
public record Section(String kind, String name, YamlNode node, YamlMap map) {}
