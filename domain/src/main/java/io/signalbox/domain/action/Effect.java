package io.signalbox.domain.action;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.signal.Build.Artifact;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.util.Optional;

/** What is to be brought about. Always absolute ("set to 1 %"), never relative ("one more"), so that a repeat is no second effect. */
public sealed interface Effect {

    /** An effect at a store or channel. */
    sealed interface AtDestination extends Effect {
        DestinationKey destination();

        BuildNumber build();
    }

    /** An effect in a repository. */
    sealed interface InRepository extends Effect {
        RepositoryKey repository();
    }

    /**
     * Send a candidate for review.
     *
     * @param opening the exposure it gets when it goes live, at destinations that go live on approval or in their console
     */
    record Submit(
            DestinationKey destination,
            CommitId candidate,
            BuildNumber build,
            Artifact artifact,
            Optional<Exposure> opening,
            SubmissionPackage submission)
            implements AtDestination {}

    /**
     * Offer an approved version to this share, running.
     *
     * @param rung of the ladder, 0 for the first
     */
    record Expose(
            DestinationKey destination,
            CommitId candidate,
            BuildNumber build,
            Artifact artifact,
            Exposure exposure,
            int rung)
            implements AtDestination {}

    /** Offer a stopped version again as it was. */
    record Resume(DestinationKey destination, BuildNumber build, Exposure exposure) implements AtDestination {}

    /** Offer it to nobody new: halt a rollout, pause a phased release. */
    record Halt(DestinationKey destination, BuildNumber build) implements AtDestination {}

    /** Take it out of review, or decline its approval. */
    record Withdraw(DestinationKey destination, BuildNumber build) implements AtDestination {}

    /** Write the new version's name and first build numbers into main's version file. */
    record Bump(RepositoryKey repository, String main, Version version) implements InRepository {}

    /** Make the release branch at a commit. */
    record CutBranch(RepositoryKey repository, String branch, CommitId from) implements InRepository {}

    /** Tag what everyone has. */
    record Tag(RepositoryKey repository, String tag, CommitId commit) implements InRepository {}

    default Lane lane() {
        return switch (this) {
            case Submit _, Expose _, Resume _, Bump _, CutBranch _ -> Lane.GO;
            case Halt _, Withdraw _ -> Lane.STOP;
            case Tag _ -> Lane.ASIDE;
        };
    }

    /** The destination or repository: what a lane is kept for. */
    default String place() {
        return switch (this) {
            case AtDestination at -> at.destination().value();
            case InRepository in -> in.repository().value();
        };
    }

    /** {@code submit}, {@code cut-branch}. */
    default String name() {
        return switch (this) {
            case Submit _ -> "submit";
            case Expose _ -> "expose";
            case Resume _ -> "resume";
            case Halt _ -> "halt";
            case Withdraw _ -> "withdraw";
            case Bump _ -> "bump";
            case CutBranch _ -> "cut-branch";
            case Tag _ -> "tag";
        };
    }
}
