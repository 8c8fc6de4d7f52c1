package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.play.Summary.Life;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of a version is on a track, out of what Google did with its releases and what the developer configured.
 *
 * @param configured read only if something is published: how far it is can be seen nowhere else
 */
record Shelf(List<Summary> summaries, Optional<Track> configured) {
    private static final String NO_REASON =
            "Google Play did not approve this release. Its API gives no reason: read it in the Play Console, then mend what goes beside"
                    + " the build, or ship another build.";

    Shelf {
        summaries = List.copyOf(summaries);
    }

    /**
     * How to tell a version's own releases: by its candidate's build, by its platform's numbers, or by the release's name.
     *
     * @param wasOut whether it has been offered to anybody, as far as we know
     */
    record Sought(Version version, Optional<BuildNumber> candidate, NumberScheme numbers, boolean wasOut) {
        static Sought of(io.signalbox.domain.track.Track track, NumberScheme numbers, DestinationKey destination) {
            return new Sought(
                    track.id().version(),
                    track.candidate().map(Candidate::build),
                    numbers,
                    track.destination(destination).state().isOut());
        }

        private Optional<BuildNumber> buildOf(Summary summary) {
            Optional<BuildNumber> candidates = candidate.filter(summary::has);
            if (candidates.isPresent()) {
                return candidates;
            }
            Optional<BuildNumber> owned = summary.codes().stream()
                    .filter(c -> c >= 1 && c <= BuildNumber.HIGHEST)
                    .map(BuildNumber::new)
                    .filter(b -> numbers.owns(version, b))
                    .max(Comparator.naturalOrder());
            boolean named =
                    summary.name().equals(version.text()) || summary.name().endsWith("(" + version.text() + ")");
            return owned.or(() -> named && summary.highest() > 0
                    ? Optional.of(new BuildNumber(summary.highest()))
                    : Optional.empty());
        }

        private long highestOwn() {
            return candidate
                    .map(BuildNumber::value)
                    .orElse(numbers.first(version).orElse(0));
        }
    }

    private record Own(Summary summary, BuildNumber build) {}

    /** Whether a release of this version has got as far as users. */
    boolean published(Sought sought) {
        return own(sought).filter(o -> o.summary.life() == Life.PUBLISHED).isPresent();
    }

    private Optional<Own> own(Sought sought) {
        Comparator<Own> candidateFirst =
                Comparator.comparing((Own o) -> sought.candidate().equals(Optional.of(o.build)));
        return summaries.stream()
                .flatMap(s -> sought.buildOf(s).map(b -> new Own(s, b)).stream())
                .max(candidateFirst.thenComparing(Own::build));
    }

    StoreReading reading(Sought sought) throws CallFailed {
        boolean foreign = summaries.stream()
                .filter(s -> s.life() == Life.NOT_SENT_FOR_REVIEW)
                .anyMatch(s -> sought.buildOf(s).isEmpty());
        Optional<Own> own = own(sought);
        if (own.isEmpty()) {
            return new StoreReading(absent(sought), Optional.empty(), foreign);
        }
        StoreReading.State state = switch (own.get().summary.life()) {
            case DRAFT, NOT_SENT_FOR_REVIEW -> new StoreReading.NotSent();
            case IN_REVIEW -> new StoreReading.InReview();
            case APPROVED_NOT_PUBLISHED -> new StoreReading.Approved();
            // Which of the two it is, Google does not tell: the kind after which nothing is sent before a person has
            // acted.
            case NOT_APPROVED -> new StoreReading.Rejected(Rejection.METADATA, NO_REASON);
            case PUBLISHED -> live(own.get().build);
        };
        return new StoreReading(state, Optional.of(own.get().build), foreign);
    }

    /** Google leaves obsolete releases out: one that was out and is no more has given way to a higher build. */
    private StoreReading.State absent(Sought sought) {
        boolean newer =
                summaries.stream().anyMatch(s -> s.life() == Life.PUBLISHED && s.highest() > sought.highestOwn());
        return sought.wasOut() && newer ? new StoreReading.Replaced() : new StoreReading.NotSent();
    }

    private StoreReading.State live(BuildNumber build) throws CallFailed {
        Optional<Release> release = configured.flatMap(t -> t.with(build));
        if (release.isEmpty()) {
            // Another release has been put in its place and waits for its review: users still have this one, nobody
            // says how many.
            throw Json.nonsense(
                    "build %s is published, but its track does not list it; is another release about to replace it?"
                            .formatted(build));
        }
        if (release.get().status() == Release.Status.DRAFT) {
            throw Json.nonsense("build %s is published, but a draft on its track".formatted(build));
        }
        return new StoreReading.Live(release.get().exposure(), release.get().stopped(), Optional.empty());
    }
}
