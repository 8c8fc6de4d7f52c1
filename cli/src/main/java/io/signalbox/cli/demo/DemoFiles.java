package io.signalbox.cli.demo;

import io.signalbox.cli.text.Template;
import io.signalbox.codec.yaml.PolicyReader;
import io.signalbox.world.World;
import io.signalbox.world.WorldApp;
import io.signalbox.world.keys.AppleKey;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Vendor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes down what the demo's server is told: where the vendors are, and its keys to them. */
final class DemoFiles {
    /** The name under which the vendors know Signalbox. */
    static final String ROBOT = "signalbox";

    private DemoFiles() {}

    static void write(Path directory, World world, WorldApp app, boolean managedPublishing) throws IOException {
        Files.createDirectories(directory);
        URI tokens = URI.create(world.base(Vendor.GOOGLE_OAUTH) + "/token");
        String google = world.keys().serviceAccount(ROBOT).json(tokens);
        AppleKey apple = world.keys().appleKey(ROBOT);
        Files.writeString(directory.resolve("google.json"), google);
        Files.writeString(directory.resolve("apple.p8"), apple.p8());
        Map<String, String> values = new LinkedHashMap<>();
        for (Vendor vendor : Vendor.values()) {
            values.put(vendor.prefix() + ".url", world.base(vendor).toString());
            Files.writeString(
                    directory.resolve(vendor.prefix() + ".token"), world.keys().token(vendor, ROBOT));
        }
        values.put("jira.email", Keys.jiraEmail(ROBOT));
        values.put("apple.issuer", apple.issuerId());
        values.put("apple.key-id", apple.keyId());
        values.put("apple.app", app.appleId());
        values.put("play.package", app.playPackage());
        values.put("play.managed-publishing", Boolean.toString(managedPublishing));
        values.put("owner", World.OWNER);
        Files.writeString(
                directory.resolve("signalbox.yaml"),
                Template.of(DemoFiles.class, "signalbox.yaml").filled(values));
        String policy = PolicyReader.text("default")
                + Template.of(DemoFiles.class, "policy-desktop.yaml").filled(Map.of());
        Files.writeString(directory.resolve("policy.yaml"), policy);
    }
}
