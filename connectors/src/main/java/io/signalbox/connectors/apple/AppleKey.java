package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.Secret;
import java.util.function.Supplier;

/**
 * An API key of App Store Connect, of the role App Manager.
 *
 * @param issuerId shown above the list of keys
 * @param keyId the key's own id
 * @param p8 the file as it was downloaded, asked for whenever a token is signed
 */
public record AppleKey(String issuerId, String keyId, Supplier<Secret> p8) {}
