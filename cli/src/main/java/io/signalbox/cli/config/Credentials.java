package io.signalbox.cli.config;

import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.codec.yaml.YamlNode;
import io.signalbox.connectors.http.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds credentials where a configuration file says they are. They are never in the file itself. */
final class Credentials {
    private final Path folder;

    /** @param folder where the configuration file is */
    Credentials(Path folder) {
        this.folder = folder;
    }

    /** The secret that a key points to; a fault says what is missing. */
    Optional<Secret> required(YamlMap map, String key) {
        return map.required(key).flatMap(this::secret);
    }

    Optional<Secret> optional(YamlMap map, String key) {
        return map.optional(key).flatMap(this::secret);
    }

    private Optional<Secret> secret(YamlNode node) {
        if (!node.isMap()) {
            node.fault("a secret is never written here: say {env: NAME} or {file: PATH}");
            return Optional.empty();
        }
        YamlMap map = node.map();
        Optional<YamlNode> variable = map.optional("env");
        Optional<YamlNode> file = map.optional("file");
        map.done();
        if (variable.isPresent() == file.isPresent()) {
            node.fault("say {env: NAME} or {file: PATH}, one of the two");
            return Optional.empty();
        }
        return variable.flatMap(this::ofVariable).or(() -> file.flatMap(this::ofFile));
    }

    private Optional<Secret> ofVariable(YamlNode node) {
        return node.text().flatMap(name -> {
            Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank());
            if (value.isEmpty()) {
                node.fault("the environment variable %s is not set".formatted(name));
            }
            return value.map(Secret::of);
        });
    }

    private Optional<Secret> ofFile(YamlNode node) {
        return node.text().flatMap(name -> {
            Path path = folder.resolve(name);
            try {
                String text = Files.readString(path).strip();
                if (text.isEmpty()) {
                    node.fault("the file %s is empty".formatted(path));
                    return Optional.empty();
                }
                return Optional.of(Secret.of(text));
            } catch (IOException e) {
                node.fault("the file %s cannot be read: %s".formatted(path, e));
                return Optional.empty();
            }
        });
    }
}
