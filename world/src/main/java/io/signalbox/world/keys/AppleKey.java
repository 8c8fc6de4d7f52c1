package io.signalbox.world.keys;

import java.security.KeyPair;

/**
 * An App Store Connect API key.
 *
 * @param name the name by which the log calls it
 */
public record AppleKey(String name, String issuerId, String keyId, KeyPair pair) {

    /** The private key as Apple's {@code .p8} file has it. */
    public String p8() {
        return Pem.privateKey(pair.getPrivate());
    }

    @Override
    public String toString() {
        return "AppleKey[" + name + ", " + keyId + "]";
    }
}
