package io.signalbox.connectors.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Sorts addresses by whom they lead to (RFC 6890). */
final class Addresses {
    private Addresses() {}

    enum Kind {
        PUBLIC,
        PRIVATE,
        LOOPBACK,
        /** Links, groups, "any", reserved: nothing of ours is there, and cloud metadata is. */
        SPECIAL
    }

    static Kind kindOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofFour(bytes) : ofSix(address, bytes);
    }

    private static Kind ofFour(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        if (a == 127) {
            return Kind.LOOPBACK;
        }
        if (a == 0 || a >= 224 || (a == 169 && b == 254) || (a == 192 && b == 0 && c == 0)) {
            return Kind.SPECIAL;
        }
        boolean local = a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168);
        boolean shared = (a == 100 && b >= 64 && b < 128) || (a == 198 && (b == 18 || b == 19));
        return local || shared ? Kind.PRIVATE : Kind.PUBLIC;
    }

    private static Kind ofSix(InetAddress address, byte[] bytes) {
        if (address.isLoopbackAddress()) {
            return Kind.LOOPBACK;
        }
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return Kind.SPECIAL;
        }
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if ((first & 0xfe00) == 0xfc00 || (first & 0xffc0) == 0xfec0) {
            return Kind.PRIVATE;
        }
        if (first == 0x2002) {
            return ofFour(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean nat64 = first == 0x64 && second == 0xff9b;
        boolean compatible = allZero(bytes, 0, 10);
        if (nat64 || compatible) {
            return ofFour(Arrays.copyOfRange(bytes, 12, 16));
        }
        boolean teredo = first == 0x2001 && second == 0;
        boolean global = (first & 0xe000) == 0x2000;
        return teredo || !global ? Kind.SPECIAL : Kind.PUBLIC;
    }

    private static boolean allZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }
}
