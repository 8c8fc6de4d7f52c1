package io.signalbox.domain.wording;

import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found of a criterion: the value now, and if it is not met a sentence that says why. */
public final class FindingWords {
    private final ZoneId zone;
    private final Instant now;

    /** @param zone of those who read, or of the app */
    public FindingWords(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** The value now; a dash for what is not known. */
    public String now(Finding finding) {
        return value(finding.reason());
    }

    private String value(Reason.OfCriterion reason) {
        return switch (reason) {
            case Reason.NoReading _,
                    Reason.OldReading _,
                    Reason.SourceFails _,
                    Reason.UnreadableReading _,
                    Reason.ListCutShort _,
                    Reason.Misplaced _ -> "–";
            case Reason.NoCandidate _ -> "–";
            case Reason.Settling settling -> value(settling.of());
            case Reason.Blockers b -> blockers(b);
            case Reason.Readiness r -> readiness(r, "verify");
            case Reason.Commits c ->
                c.unapproved().isEmpty()
                        ? Amounts.some(c.onBranch(), "fix").replace("fixs", "fixes")
                        : c.unapproved().size() + " unapproved";
            case Reason.Tests t -> check(t.state());
            case Reason.SignOffs s -> "%d/%d".formatted(s.passed() + s.optedOut() + s.waived(), s.teams());
            case Reason.Rate r -> Amounts.rate(r.perThousand());
            case Reason.TooFewSessions t -> Amounts.count(t.sessions()) + " sessions";
            case Reason.Use u -> Amounts.count(u.sessions()) + " sessions";
            case Reason.Parcel p ->
                p.faults().isEmpty() ? "complete" : p.faults().size() + " missing";
            case Reason.Reported r -> r.other().isPresent() ? "other candidate" : check(r.state());
            case Reason.Questions q ->
                q.open().isEmpty()
                        ? (q.blocking().isEmpty() ? "0" : "blocked")
                        : q.open().size() + " open";
            case Reason.InReview _ -> "in review";
            case Reason.ApprovedByStore _ -> "approved";
            case Reason.RefusedByStore _ -> "rejected";
            case Reason.NotAtStore _ -> "not sent";
            case Reason.SeenAtStore _ -> "read";
            case Reason.OtherBuildAtStore o -> "build " + o.found();
            case Reason.OtherVersion o -> o.version().text();
            case Reason.UnreadableVersion u -> u.version().text();
            case Reason.NoOther _ -> "none";
            case Reason.Staffed s -> s.open() ? "yes" : "no";
            case Reason.Due d ->
                now.isBefore(d.at()) ? "in " + Amounts.length(Duration.between(now, d.at())) : "passed";
            case Reason.Soak s ->
                Amounts.length(min(Duration.between(s.since(), now), s.needed())) + " of " + Amounts.length(s.needed());
            case Reason.NotOut _ -> "not out";
            case Reason.Frozen _ -> "freeze";
            case Reason.NoFreeze _ -> "none";
            case Reason.LastNight n -> check(n.state());
            case Reason.Green g -> Amounts.length(Duration.between(g.at(), now)) + " old";
            case Reason.NoGreenCommit _ -> "none";
            case Reason.MainHead h -> h.commit().brief();
            case Reason.PreviousCut p -> p.cut() ? "cut" : "not cut";
            case Reason.NoPrevious _ -> "first";
            case Reason.MainVersion m -> m.found().map(Object::toString).orElse("–");
        };
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String neverRead(SignalKey signal) {
        String of = signal.scope().isEmpty() ? "" : " of " + signal.scope();
        return switch (signal.kind()) {
            case REPOSITORY -> "The repository%s was never read.".formatted(of);
            case MAIN_CHECKS -> "The checks of main%s were never read.".formatted(of);
            case BUILDS -> "No source has ever told of a build.";
            case BUGS -> "No tracker has ever been read.";
            case STORE -> "What the store%s shows was never read.".formatted(of);
            case HEALTH ->
                "No source has ever told of crashes%s."
                        .formatted(signal.scope().isEmpty() ? "" : " in " + signal.scope());
            case CHECK -> "Nobody has reported the %s check yet: its service must.".formatted(signal.scope());
        };
    }

    private static String blockers(Reason.Blockers b) {
        int waiting = b.fixMissing().size() + b.fixUnknown().size();
        if (b.open().isEmpty() && waiting == 0) {
            return "0";
        }
        return b.open().isEmpty() ? waiting + " closed, not fixed" : b.open().size() + " open";
    }

    /** @param verification what that step is called where there is this much room */
    private static String readiness(Reason.Readiness r, String verification) {
        if (r.taken().isPresent()) {
            return "wrong number";
        }
        if (!r.built().passed()) {
            return r.built() == CheckState.ABSENT ? "not built" : "build " + check(r.built());
        }
        if (!r.verified().passed()) {
            return verification + " " + check(r.verified());
        }
        return r.uploaded().passed() ? "ready" : "upload " + check(r.uploaded());
    }

    static String check(CheckState state) {
        return switch (state) {
            case ABSENT -> "absent";
            case QUEUED -> "queued";
            case RUNNING -> "running";
            case PASSED -> "passed";
            case PASSED_ON_RETRY -> "passed on retry";
            case FAILED -> "failed";
        };
    }

    /** Why it is not met; empty if it is. At most about 60 characters, cause first. */
    public Optional<String> why(Finding finding) {
        return finding.verdict().isGreen() ? Optional.empty() : Optional.of(sentence(finding.reason()));
    }

    private String sentence(Reason.OfCriterion reason) {
        return switch (reason) {
            case Reason.NoReading r -> neverRead(r.signal());
            case Reason.OldReading r ->
                "%s last spoke at %s; older than %s decides nothing."
                        .formatted(r.source(), Amounts.at(r.asOf(), zone), Amounts.length(r.bound()));
            case Reason.SourceFails r ->
                "%s has failed since %s: %s"
                        .formatted(
                                r.source(),
                                Amounts.at(r.since(), zone),
                                r.failure().message());
            case Reason.UnreadableReading r ->
                "What is on record cannot be understood, until the next reading: " + r.why();
            case Reason.ListCutShort r -> "The list of commits from " + r.signal() + " does not reach back far enough.";
            case Reason.Misplaced _ -> "The policy uses this criterion where it cannot be judged.";
            case Reason.NoCandidate _ -> "There is no candidate yet.";
            case Reason.Settling s ->
                "It is so; a reading of %s or later must still say so.".formatted(Amounts.at(s.until(), zone));
            case Reason.Blockers b -> whyBlocked(b);
            case Reason.Readiness r -> whyNotReady(r);
            case Reason.Commits c ->
                "%s by %s is on the branch without approval."
                        .formatted(
                                c.unapproved().getFirst().commit().brief(),
                                c.unapproved().getFirst().author());
            case Reason.Tests t ->
                "Tests %s on %s.".formatted(check(t.state()), t.commit().brief());
            case Reason.SignOffs s -> whyNotSigned(s);
            case Reason.Rate r ->
                "%s crashes per 1\u00a0000 sessions in %s (n = %s)."
                        .formatted(Amounts.rate(r.perThousand()), r.ring(), Amounts.count(r.sessions()));
            case Reason.TooFewSessions t ->
                "Too few sessions of this build in %s: %s of %s."
                        .formatted(t.ring(), Amounts.count(t.sessions()), Amounts.count(t.needed()));
            case Reason.Use u ->
                "%s of %s sessions in %s.".formatted(Amounts.count(u.sessions()), Amounts.count(u.needed()), u.ring());
            case Reason.Parcel p ->
                p.faults().stream().map(FindingWords::fault).findFirst().orElse("") + ".";
            case Reason.Reported r -> whyNotReported(r);
            case Reason.Questions q ->
                q.open().isEmpty() ? "A person decided to block this candidate." : "A person must decide.";
            case Reason.InReview i -> "In review since " + Amounts.at(i.since(), zone) + ".";
            case Reason.ApprovedByStore _, Reason.SeenAtStore _ -> "The store was not read just now.";
            case Reason.OtherBuildAtStore o ->
                "The store holds build %s, not the candidate's %s: put it right in its console, or cancel."
                        .formatted(o.found(), o.wanted());
            case Reason.RefusedByStore r -> "Rejected: " + r.text();
            case Reason.NotAtStore _ -> "Not submitted yet.";
            case Reason.OtherVersion o ->
                "%s is still %s: choose what becomes of it."
                        .formatted(o.version(), o.stopped() ? "paused" : "on its way out");
            case Reason.UnreadableVersion u ->
                "%s may be on its way out: its record cannot be understood. Choose what becomes of it."
                        .formatted(u.version());
            case Reason.NoOther _, Reason.NoFreeze _, Reason.MainHead _, Reason.NoPrevious _ -> "";
            case Reason.Staffed s ->
                s.changes()
                        .map(at -> "Nobody is there until " + Amounts.at(at, zone) + ".")
                        .orElse("Nobody is there.");
            case Reason.Due d -> "The plan says not before " + Amounts.date(d.at(), zone) + ".";
            case Reason.Soak s ->
                "Soak ends " + Amounts.at(s.since().plus(s.needed()), zone) + ". A new candidate would start it again.";
            case Reason.NotOut _ -> "Not out yet.";
            case Reason.Frozen f -> "%s until %s.".formatted(f.reason(), Amounts.date(f.until(), zone));
            case Reason.LastNight n -> "The nightly was due at " + Amounts.at(n.due(), zone) + ".";
            case Reason.Green g ->
                "The newest green commit %s is %s old."
                        .formatted(g.commit().brief(), Amounts.length(Duration.between(g.at(), now)));
            case Reason.NoGreenCommit _ -> "None of main's newest commits is green.";
            case Reason.PreviousCut p -> p.previous() + " is not cut yet.";
            case Reason.MainVersion m ->
                "Main still bears %s.".formatted(m.found().map(Object::toString).orElse("no version"));
        };
    }

    private static String whyBlocked(Reason.Blockers b) {
        if (!b.open().isEmpty()) {
            Reason.Blockers.Blocker first = b.open().getFirst();
            return "%s is open: %s".formatted(first.key(), first.title());
        }
        if (!b.fixMissing().isEmpty()) {
            return b.fixMissing().getFirst().key() + " is closed, but its fix is not in this candidate.";
        }
        return b.fixUnknown().getFirst().key() + " is closed, but no fix is known. Was no code needed?";
    }

    private static String whyNotReady(Reason.Readiness r) {
        if (r.taken().isPresent()) {
            return "Build number %s is not one of this version's, or not above the last candidate's."
                    .formatted(r.taken().get());
        }
        return "%s: %s.".formatted(r.newest().brief(), readiness(r, "verification"));
    }

    private static String whyNotSigned(Reason.SignOffs s) {
        List<String> parts = new ArrayList<>();
        part(parts, "failed", s.failed());
        part(parts, "stale", s.stale());
        part(parts, "missing", s.missing());
        part(parts, "running", s.running());
        return String.join("; ", parts) + ".";
    }

    private static void part(List<String> parts, String what, List<TeamKey> teams) {
        if (!teams.isEmpty()) {
            parts.add("%d %s: %s"
                    .formatted(
                            teams.size(),
                            what,
                            Amounts.few(teams.stream().map(TeamKey::value).toList())));
        }
    }

    private static String whyNotReported(Reason.Reported r) {
        return r.other()
                .map(other -> "Reported for %s, not for this candidate.".formatted(other.brief()))
                .orElseGet(() -> "The %s check is %s%s."
                        .formatted(r.name(), check(r.state()), r.detail().isEmpty() ? "" : ": " + r.detail()));
    }

    private static String fault(Reason.Parcel.Fault fault) {
        return switch (fault) {
            case Reason.Parcel.NoNotes none -> "No release notes in " + none.locale();
            case Reason.Parcel.TooLong too ->
                "Release notes in %s: %d of %d characters".formatted(too.locale(), too.length(), too.limit());
            case Reason.Parcel.NotAnswered not -> "Not answered: " + not.name();
        };
    }
}
