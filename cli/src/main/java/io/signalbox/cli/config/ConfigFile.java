package io.signalbox.cli.config;

import io.signalbox.codec.json.PolicyHash;
import io.signalbox.codec.yaml.AppReader;
import io.signalbox.codec.yaml.PolicyReader;
import io.signalbox.codec.yaml.Read;
import io.signalbox.codec.yaml.Scalars;
import io.signalbox.codec.yaml.YamlFile;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.codec.yaml.YamlNode;
import io.signalbox.domain.app.App;
import io.signalbox.domain.policy.Fit;
import io.signalbox.domain.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code signalbox.yaml}. Files that it names are looked for beside it. */
public final class ConfigFile {
    private static final String DEFAULT_POLICY = "default";

    private final Path folder;

    private ConfigFile(Path folder) {
        this.folder = folder;
    }

    public static Read<Setup> read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        return YamlFile.read(file, new ConfigFile(folder)::setup);
    }

    private Optional<Setup> setup(YamlMap top) {
        YamlMap map = top.map("apps");
        List<Setup.OfApp> read = new ArrayList<>();
        map.named().forEach((key, node) -> app(key, node).ifPresent(read::add));
        if (map.named().isEmpty()) {
            top.fault("\"apps\" names no app: there is nothing to ship");
        }
        return top.faults().isEmpty() ? Optional.of(new Setup(read)) : Optional.empty();
    }

    private Optional<Setup.OfApp> app(String key, YamlNode node) {
        Optional<Policy> policy = policy(node).map(PolicyHash::named);
        Kinds kinds = new Kinds(new Credentials(folder));
        Optional<App> app = new AppReader(kinds).read(key, node);
        if (policy.isEmpty() || app.isEmpty()) {
            return Optional.empty();
        }
        Fit.faults(app.get(), policy.get()).forEach(node::fault);
        return Optional.of(new Setup.OfApp(app.get(), policy.get(), kinds.plugs()));
    }

    /** A built-in policy by its name, or one's own by its path. */
    private Optional<Policy> policy(YamlNode app) {
        if (!app.isMap()) {
            return Optional.empty();
        }
        PolicyReader reader = new PolicyReader(zone(app.map()));
        Optional<YamlNode> named = app.map().optional(AppReader.POLICY);
        String name = named.flatMap(YamlNode::text).orElse(DEFAULT_POLICY);
        if (PolicyReader.BUILT_IN.contains(name)) {
            return Optional.of(reader.builtIn(name));
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            named.ifPresent(n -> n.fault(
                    "\"%s\" is neither built in (%s) nor a file at %s"
                            .formatted(name, String.join(", ", PolicyReader.BUILT_IN), file),
                    name,
                    PolicyReader.BUILT_IN));
            return Optional.empty();
        }
        return switch (reader.read(file)) {
            case Read.Whole<Policy> whole -> Optional.of(whole.value());
            case Read.Refused<Policy> refused -> {
                refused.faults().forEach(app.faults()::add);
                yield Optional.empty();
            }
        };
    }

    /** Hours in a policy that name no zone are the app's; a wrong zone is a fault of the app. */
    private static ZoneId zone(YamlMap app) {
        try {
            return Scalars.zone(app.text("zone", ZoneOffset.UTC.getId()));
        } catch (RuntimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
