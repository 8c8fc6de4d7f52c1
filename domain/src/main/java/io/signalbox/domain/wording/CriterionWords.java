package io.signalbox.domain.wording;

import io.signalbox.domain.calendar.Hours;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.policy.Criterion;
import java.util.Locale;

/** What a criterion is called, what it needs, and why it is there. */
public final class CriterionWords {
    private CriterionWords() {}

    /** {@code No open blocker}. */
    public static String name(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers _ -> "No open blocker";
            case Criterion.NewestCommitBuilt _ -> "Newest commit built and uploaded";
            case Criterion.OnlyApprovedCommits _ -> "Only approved fixes on the branch";
            case Criterion.TestsGreen _ -> "Automated tests green";
            case Criterion.SignedOff _ -> "All teams signed off";
            case Criterion.CrashRate rate -> "Crashes under the limit in " + rate.ring();
            case Criterion.EnoughUse use -> "Enough real use in " + use.ring();
            case Criterion.PackageComplete _ -> "Submission package complete";
            case Criterion.CheckPassed check -> upper(check.name()) + " check passed";
            case Criterion.NoOpenQuestion _ -> "No open human decision";
            case Criterion.StoreSeen _ -> "Store read just now";
            case Criterion.StoreApproved _ -> "Approved by the store";
            case Criterion.NoOtherVersion _ -> "No other version on its way out";
            case Criterion.Staffed _ -> "Somebody is there";
            case Criterion.NotBefore before -> "Not before " + milestone(before.milestone());
            case Criterion.Soaked _ -> "Soaked long enough";
            case Criterion.NoFreeze _ -> "No freeze";
            case Criterion.Nightly _ -> "Last night's build";
            case Criterion.GreenCommit _ -> "A green commit of main";
            case Criterion.AnyCommit _ -> "Main can be read";
            case Criterion.PreviousCut _ -> "Previous version is cut";
            case Criterion.Bumped _ -> "Main bears this version";
        };
    }

    private static String upper(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code the branch cut}. */
    public static String milestone(Milestone milestone) {
        return switch (milestone) {
            case CYCLE_START -> "the cycle's start";
            case BRANCH_CUT -> "the branch cut";
            case REGRESSION -> "regression day";
            case SUBMISSION -> "submission day";
            case FIRST_STEP -> "the first step's day";
            case EVERYONE -> "the day for everyone";
        };
    }

    /** The value that it needs: {@code 0}, {@code ≤ 2.50}, {@code 22 h}. */
    public static String needs(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers _ -> "0";
            case Criterion.NewestCommitBuilt _ -> "built, verified, uploaded";
            case Criterion.OnlyApprovedCommits _ -> "0 unapproved";
            case Criterion.TestsGreen _ -> "passed";
            case Criterion.SignedOff _ -> "all";
            case Criterion.CrashRate rate -> "≤ " + Amounts.rate(rate.most()) + " per 1\u00a0000";
            case Criterion.EnoughUse use -> "≥ " + Amounts.count(use.minSessions());
            case Criterion.PackageComplete _ -> "complete";
            case Criterion.CheckPassed _ -> "passed";
            case Criterion.NoOpenQuestion _ -> "0";
            case Criterion.StoreSeen _ -> "read";
            case Criterion.StoreApproved _ -> "approved";
            case Criterion.NoOtherVersion _ -> "none";
            case Criterion.Staffed staffed -> staffed.hours() instanceof Hours.Always ? "always" : "within hours";
            case Criterion.NotBefore before -> "after " + milestone(before.milestone());
            case Criterion.Soaked _ -> "soaked";
            case Criterion.NoFreeze _ -> "none";
            case Criterion.Nightly nightly -> "by " + nightly.deadline();
            case Criterion.GreenCommit green -> "≤ " + Amounts.length(green.oldest()) + " old";
            case Criterion.AnyCommit _ -> "read";
            case Criterion.PreviousCut _ -> "cut";
            case Criterion.Bumped _ -> "bumped";
        };
    }

    /** One sentence for somebody who sees it for the first time. */
    public static String explained(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers _ ->
                "A blocker clears when its ticket is closed and its fix is in the candidate. Closed is not fixed.";
            case Criterion.NewestCommitBuilt _ ->
                "The newest commit of the release branch is built, passed its verification and reached the stores.";
            case Criterion.OnlyApprovedCommits _ ->
                "After the cut only fixes that the release manager approved may be on the branch.";
            case Criterion.TestsGreen _ -> "All automated tests passed on the newest commit of the release branch.";
            case Criterion.SignedOff _ -> "Every team has tested this candidate, has opted out, or was waived.";
            case Criterion.CrashRate _ ->
                "Crashed sessions per 1\u00a0000 sessions of this build. Too little use says nothing.";
            case Criterion.EnoughUse _ -> "Enough people have used this version for its figures to mean something.";
            case Criterion.PackageComplete _ -> "Release notes for every language and the stores' obligatory answers.";
            case Criterion.CheckPassed _ -> "Another system reports this check for the candidate.";
            case Criterion.NoOpenQuestion _ -> "What takes judgement is decided by a person, never by the Robot.";
            case Criterion.StoreSeen _ -> "The Robot never sends anything to a store that it cannot see.";
            case Criterion.StoreApproved _ -> "The store's review has ended well.";
            case Criterion.NoOtherVersion _ ->
                "A version that would replace another one on its way out needs a person's choice.";
            case Criterion.Staffed _ -> "Exposure grows only while somebody is there to stop it.";
            case Criterion.NotBefore _ -> "The plan of the release says not earlier.";
            case Criterion.Soaked _ -> "A step must last before the next. A new candidate starts it again.";
            case Criterion.NoFreeze _ -> "No exposure grows in a freeze.";
            case Criterion.Nightly _ -> "A nightly build that is missing is a fault, not silence.";
            case Criterion.GreenCommit _ -> "The branch is cut from main's newest commit that passed its tests.";
            case Criterion.AnyCommit _ -> "Main can be read.";
            case Criterion.PreviousCut _ ->
                "The previous version is cut before main is bumped, so that no change is lost between them.";
            case Criterion.Bumped _ -> "Main bears the new version's name before the branch is cut from it.";
        };
    }
}
