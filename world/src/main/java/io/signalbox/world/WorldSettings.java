package io.signalbox.world;

import io.signalbox.world.apple.AppleTimes;
import io.signalbox.world.ci.CiSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a world is opened with.
 *
 * @param start the first virtual instant
 * @param seed from which all chance is derived
 * @param zone where the people and the nights are
 * @param folder an empty folder for the repositories
 * @param logFile where the effect log is written too
 * @param port 0 for any free one
 * @param apple how long Apple takes for what it does by itself
 * @param machineClock the clock by which clients may stamp their tokens, besides the virtual one
 */
public record WorldSettings(
        Instant start,
        long seed,
        ZoneId zone,
        Path folder,
        Optional<Path> logFile,
        int port,
        InstantSource machineClock,
        List<WorldApp> apps,
        CiSettings ci,
        AppleTimes apple) {

    public static WorldSettings of(Instant start, ZoneId zone, Path folder, WorldApp... apps) {
        return new WorldSettings(
                start,
                1,
                zone,
                folder,
                Optional.empty(),
                0,
                InstantSource.system(),
                List.of(apps),
                CiSettings.in(zone),
                AppleTimes.usual());
    }

    public WorldSettings seed(long other) {
        return new WorldSettings(start, other, zone, folder, logFile, port, machineClock, apps, ci, apple);
    }

    public WorldSettings logFile(Path file) {
        return new WorldSettings(start, seed, zone, folder, Optional.of(file), port, machineClock, apps, ci, apple);
    }

    public WorldSettings port(int number) {
        return new WorldSettings(start, seed, zone, folder, logFile, number, machineClock, apps, ci, apple);
    }

    public WorldSettings machineClock(InstantSource clock) {
        return new WorldSettings(start, seed, zone, folder, logFile, port, clock, apps, ci, apple);
    }

    public WorldSettings apple(AppleTimes times) {
        return new WorldSettings(start, seed, zone, folder, logFile, port, machineClock, apps, ci, times);
    }

    public WorldSettings ci(CiSettings habits) {
        return new WorldSettings(start, seed, zone, folder, logFile, port, machineClock, apps, habits, apple);
    }
}
