package io.signalbox.domain.signoff;

import io.signalbox.domain.app.Team;
import io.signalbox.domain.policy.CarryOver;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.track.SignOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a team's word holds for a candidate. */
public final class SignOffRule {
    private SignOffRule() {}

    public enum Standing {
        MISSING,
        RUNNING,
        FAILED,
        /** It was about an earlier commit, and the policy voids it for this one. */
        STALE,
        PASSED,
        OPTED_OUT,
        WAIVED;

        public boolean satisfied() {
            return this == PASSED || this == OPTED_OUT || this == WAIVED;
        }
    }

    /**
     * @param branch the release branch; empty if it cannot be read, and then an earlier commit's word does not carry over
     */
    public static Standing standing(
            Team team,
            Optional<SignOff> said,
            CommitId candidate,
            Optional<Line> branch,
            CarryOver.Rule rule,
            Instant now) {
        if (said.isEmpty()) {
            return Standing.MISSING;
        }
        boolean holds = said.get().commit().isPresent()
                && holds(team, said.get().commit().get(), candidate, branch, rule);
        return switch (said.get().word()) {
            case SignOff.OptedOut out -> now.isBefore(out.until()) ? Standing.OPTED_OUT : Standing.MISSING;
            case SignOff.Running _ -> holds ? Standing.RUNNING : Standing.STALE;
            case SignOff.Failed _ -> Standing.FAILED;
            case SignOff.Passed _ -> holds ? Standing.PASSED : Standing.STALE;
            case SignOff.Waived _ ->
                said.get().commit().filter(candidate::equals).isPresent() ? Standing.WAIVED : Standing.STALE;
        };
    }

    private static boolean holds(
            Team team, CommitId tested, CommitId candidate, Optional<Line> branch, CarryOver.Rule rule) {
        if (tested.equals(candidate)) {
            return true;
        }
        return switch (rule) {
            case KEEP -> branch.flatMap(b -> b.between(tested, candidate)).isPresent();
            case START_AGAIN -> false;
            case KEEP_UNLESS_PATHS_TOUCHED ->
                branch.flatMap(b -> b.between(tested, candidate))
                        .filter(since -> since.stream().noneMatch(c -> touches(c, team)))
                        .isPresent();
        };
    }

    private static boolean touches(Commit commit, Team team) {
        return !commit.allPaths() || commit.paths().stream().anyMatch(team::ownsPath);
    }

    /** The newest word of a team. */
    public static Optional<SignOff> of(Team team, List<SignOff> signOffs) {
        return signOffs.stream().filter(s -> s.team().equals(team.key())).reduce((_, later) -> later);
    }
}
