package io.signalbox.connectors.feed;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.util.Optional;

/** What a channel file offers, in our words. */
record Offer(ChannelFile file, Version version, Optional<BuildNumber> build) {

    /** @throws Unreadable if it cannot be said whether its version is older or newer than another */
    static Offer of(ChannelFile file, FileName names) throws Unreadable {
        Version version = Version.parse(file.version())
                .orElseThrow(() -> new Unreadable(
                        "its version \"%s\" is not made of numbers with dots between".formatted(file.version())));
        return new Offer(file, version, names.build(version, file.path()));
    }

    /**
     * What is asked about.
     *
     * @param out the exposure that we know of; empty if nobody has been offered the version
     */
    record Sought(Version version, Optional<Exposure> out) {
        static Sought of(Track track, DestinationKey destination) {
            DestinationState state = track.destination(destination).state();
            return new Sought(
                    track.id().version(),
                    switch (state) {
                        case DestinationState.Exposed exposed -> Optional.of(exposed.exposure());
                        case DestinationState.Everyone _ -> Optional.of(Exposure.EVERYONE);
                        case DestinationState.Unsent _,
                                DestinationState.InReview _,
                                DestinationState.Refused _,
                                DestinationState.Approved _,
                                DestinationState.Gone _ -> Optional.empty();
                    });
        }
    }

    /** What the destination does with a version when this, or nothing, is on offer. */
    static StoreReading reading(Optional<Offer> offer, Sought sought) throws Unreadable {
        int order = offer.map(o -> o.version.compareTo(sought.version)).orElse(-1);
        if (order != 0) {
            boolean replaced = order > 0 && sought.out.isPresent();
            return new StoreReading(
                    replaced ? new StoreReading.Replaced() : new StoreReading.NotSent(), Optional.empty(), false);
        }
        Offer own = offer.orElseThrow();
        if (own.build.isEmpty()) {
            throw new Unreadable("it offers %s as %s, which is not named as the settings say: its build is not known"
                    .formatted(own.version, own.file.path()));
        }
        return new StoreReading(
                new StoreReading.Live(own.exposure(sought), own.file.isStopped(), Optional.empty()), own.build, false);
    }

    /** Of one that is stopped, what it was: as Signalbox noted in the file, else as far as we know. */
    private Exposure exposure(Sought sought) {
        if (!file.isStopped()) {
            return Exposure.of(file.share());
        }
        return file.haltedAt()
                .map(percent -> Exposure.of(Share.percent(percent)))
                .or(sought::out)
                .orElse(Exposure.of(Share.NOBODY));
    }
}
