package io.signalbox.world.users;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Desktop installations that decide for themselves whether a staged update is for them, as electron-updater does: the last four
 * bytes of the installation's id, as an unsigned number over its maximum, against the percentage. A sample of ids stands for all,
 * so that one percent on offer is not exactly one percent of users.
 */
final class Buckets {
    private static final int SAMPLE = 10_000;
    private static final double MAX = 0xffffffffL;

    private final double[] values;

    Buckets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        values = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            values[i] = value(new UUID(random.nextLong(), random.nextLong()));
        }
        Arrays.sort(values);
    }

    static double value(UUID installation) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(installation.getMostSignificantBits()).putLong(installation.getLeastSignificantBits());
        return (bytes.getInt(12) & 0xffffffffL) / MAX;
    }

    /** The share of installations that take an update offered to this share. */
    double taking(double offered) {
        if (offered >= 1) {
            return 1;
        }
        int found = Arrays.binarySearch(values, offered);
        return (double) (found < 0 ? -found - 1 : found) / SAMPLE;
    }
}
