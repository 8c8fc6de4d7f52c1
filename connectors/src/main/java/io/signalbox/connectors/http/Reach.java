package io.signalbox.connectors.http;

import java.net.InetAddress;

/** Where a connector may go. Addresses of links, groups and "any" are out of reach for all. */
public enum Reach {
    /** HTTPS to public addresses. */
    PUBLIC,
    /** HTTPS to public addresses and to those of private networks: for systems that a company runs itself. */
    PRIVATE,
    /** This machine only, HTTP too: for the demo and tests. */
    LOOPBACK;

    boolean allowsPlainHttp() {
        return this == LOOPBACK;
    }

    boolean allows(InetAddress address) {
        return switch (Addresses.kindOf(address)) {
            case PUBLIC -> this != LOOPBACK;
            case PRIVATE -> this == PRIVATE;
            case LOOPBACK -> this == LOOPBACK;
            case SPECIAL -> false;
        };
    }
}
