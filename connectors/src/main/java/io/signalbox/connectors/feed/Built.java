package io.signalbox.connectors.feed;

/**
 * A built file on the host whose content was compared with what CI built.
 *
 * @param sha512 in Base64, as clients want it
 */
record Built(String sha512, long bytes) {}
