package io.signalbox.world.keys;

import io.signalbox.world.http.Json;
import java.net.URI;
import java.security.KeyPair;

/** A Google service account. The private key is in {@link #json} and nowhere else. */
public final class ServiceAccount {
    private final String name;
    private final KeyPair pair;

    ServiceAccount(String name, KeyPair pair) {
        this.name = name;
        this.pair = pair;
    }

    /** The name by which the log calls it. */
    public String name() {
        return name;
    }

    public String email() {
        return name + "@world-of-apps.iam.gserviceaccount.com";
    }

    /** The key file as Google's console lets one download it, with the given token endpoint. */
    public String json(URI tokenEndpoint) {
        return Json.object()
                .put("type", "service_account")
                .put("project_id", "world-of-apps")
                .put("private_key_id", keyId())
                .put("private_key", Pem.privateKey(pair.getPrivate()))
                .put("client_email", email())
                .put("client_id", "1000" + Math.floorMod(name.hashCode(), 1_000_000))
                .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
                .put("token_uri", tokenEndpoint.toString())
                .put("universe_domain", "googleapis.com")
                .toString();
    }

    private String keyId() {
        return Keys.digest("service account " + name).substring(0, 40);
    }

    KeyPair pair() {
        return pair;
    }
}
