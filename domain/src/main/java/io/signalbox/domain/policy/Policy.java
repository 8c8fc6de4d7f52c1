package io.signalbox.domain.policy;

import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.calendar.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A process. A release keeps the one it started with.
 *
 * @param hash of its canonical form; names this very content
 * @param plan how far each milestone is behind the start of a cycle
 * @param releaseMoves the guards of BUMP and CUT
 * @param tracks for every platform that has a process of its own; the others follow {@code track}
 */
public record Policy(
        String name,
        String hash,
        List<Ring> rings,
        List<Plan.Offset> plan,
        Bounds bounds,
        Patience patience,
        CarryOver carryOver,
        LargeChange largeChange,
        List<MovePolicy> releaseMoves,
        TrackPolicy track,
        List<PlatformTrack> tracks) {
    public Policy {
        rings = List.copyOf(rings);
        plan = List.copyOf(plan);
        releaseMoves = List.copyOf(releaseMoves);
        tracks = List.copyOf(tracks);
    }

    public record PlatformTrack(PlatformKey platform, TrackPolicy track) {}

    /** The same under the hash of its content. */
    public Policy hashed(String now) {
        return new Policy(
                name, now, rings, plan, bounds, patience, carryOver, largeChange, releaseMoves, track, tracks);
    }

    public TrackPolicy of(PlatformKey platform) {
        for (PlatformTrack own : tracks) {
            if (own.platform().equals(platform)) {
                return own.track();
            }
        }
        return track;
    }

    public Optional<MovePolicy> releaseMove(Move move) {
        return releaseMoves.stream().filter(m -> m.move() == move).findFirst();
    }
}
