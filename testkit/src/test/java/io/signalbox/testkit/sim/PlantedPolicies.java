package io.signalbox.testkit.sim;

import io.signalbox.domain.policy.Bounds;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.policy.TrackPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The engine follows another policy than the one that the release is pinned to. */
final class PlantedPolicies {
    private PlantedPolicies() {}

    static List<PlantedFaults.Planted> all() {
        return List.of(
                leftOut("bugs", c -> c instanceof Criterion.NoOpenBlockers),
                leftOut("sign-offs", c -> c instanceof Criterion.SignedOff),
                leftOut("tests", c -> c instanceof Criterion.TestsGreen),
                leftOut("crashes", c -> c instanceof Criterion.CrashRate),
                leftOut("reported checks", c -> c instanceof Criterion.CheckPassed),
                following("freshness bounds are ignored", PlantedPolicies::endlessBounds),
                following("a crash limit is ten times too high", p -> replacing(p, PlantedPolicies::tenfold)),
                following("a green reading counts at once", p -> replacing(p, PlantedPolicies::unsettled)),
                following("a rung is left without soaking", PlantedPolicies::unsoaked),
                following("a release is cut from any commit", PlantedPolicies::anyCut));
    }

    private static PlantedFaults.Planted following(String name, UnaryOperator<Policy> change) {
        return new PlantedFaults.Planted(name, () -> new Sabotage() {
            @Override
            public Policy policy(Policy policy) {
                return change.apply(policy);
            }
        });
    }

    private static PlantedFaults.Planted leftOut(String what, Predicate<Criterion> which) {
        return following(
                what + " are left out of every guard",
                p -> guards(p, g -> g.stream().filter(which.negate()).toList()));
    }

    private static Policy replacing(Policy policy, UnaryOperator<Criterion> change) {
        return guards(policy, guard -> guard.stream().map(change).toList());
    }

    private static Criterion tenfold(Criterion criterion) {
        return criterion instanceof Criterion.CrashRate rate
                ? new Criterion.CrashRate(rate.ring(), rate.most() * 10, rate.minSessions(), rate.hold())
                : criterion;
    }

    private static Criterion unsettled(Criterion criterion) {
        return criterion instanceof Criterion.NoOpenBlockers ? new Criterion.NoOpenBlockers(Duration.ZERO) : criterion;
    }

    private static Policy guards(Policy policy, UnaryOperator<List<Criterion>> change) {
        TrackPolicy track = policy.track();
        TrackPolicy changed = with(track, track.ladder(), changed(track.moves(), change));
        return with(policy, policy.bounds(), policy.releaseMoves(), changed);
    }

    private static List<MovePolicy> changed(List<MovePolicy> moves, UnaryOperator<List<Criterion>> change) {
        return moves.stream()
                .map(m -> new MovePolicy(m.move(), m.mode(), m.approvals(), change.apply(m.guard())))
                .toList();
    }

    private static Policy unsoaked(Policy policy) {
        TrackPolicy track = policy.track();
        List<Rung> ladder = track.ladder().stream()
                .map(r -> new Rung(r.exposure(), Duration.ZERO))
                .toList();
        return with(policy, policy.bounds(), policy.releaseMoves(), with(track, ladder, track.moves()));
    }

    private static Policy anyCut(Policy policy) {
        List<MovePolicy> any = changed(
                policy.releaseMoves(),
                guard -> guard.stream()
                        .map(c -> c instanceof Criterion.GreenCommit ? new Criterion.AnyCommit() : c)
                        .toList());
        return with(policy, policy.bounds(), any, policy.track());
    }

    private static Policy endlessBounds(Policy policy) {
        List<Bounds.Bound> endless = policy.bounds().each().stream()
                .map(b -> new Bounds.Bound(b.kind(), Duration.ofDays(30)))
                .toList();
        return with(policy, new Bounds(endless), policy.releaseMoves(), policy.track());
    }

    private static TrackPolicy with(TrackPolicy track, List<Rung> ladder, List<MovePolicy> moves) {
        return new TrackPolicy(ladder, moves, track.upcoming(), track.released(), track.asks());
    }

    private static Policy with(Policy policy, Bounds bounds, List<MovePolicy> releaseMoves, TrackPolicy track) {
        return new Policy(
                policy.name(),
                policy.hash(),
                policy.rings(),
                policy.plan(),
                bounds,
                policy.patience(),
                policy.carryOver(),
                policy.largeChange(),
                releaseMoves,
                track,
                policy.tracks());
    }
}
