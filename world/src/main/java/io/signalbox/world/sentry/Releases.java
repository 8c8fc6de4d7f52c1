package io.signalbox.world.sentry;

import io.signalbox.world.users.Cell;

/** How a build is named as a release: {@code player-android@8.9.2+80902003}. */
final class Releases {
    private Releases() {}

    static String name(Cell cell) {
        return cell.project() + "@" + cell.build().version() + "+"
                + cell.build().number();
    }
}
