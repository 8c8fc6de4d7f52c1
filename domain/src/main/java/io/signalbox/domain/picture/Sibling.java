package io.signalbox.domain.picture;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import java.util.List;

/** Another version of the same platform, as far as it stands in this one's way. */
public sealed interface Sibling {
    Version version();

    boolean inTheWay();

    /** @param inTheWay whether it is out to a part of the people, may go out by itself, or is about to */
    record Known(Version version, Stage stage, boolean stopped, boolean inTheWay) implements Sibling {}

    /** One whose record cannot be understood: in the way, because nobody can tell that it is not. */
    record Unreadable(Version version) implements Sibling {
        @Override
        public boolean inTheWay() {
            return true;
        }
    }

    /** @param unresolved the actions of that track that are not ended */
    static Sibling of(Track track, List<Action> unresolved, Platform platform) {
        boolean partlyOut = track.destinations().stream().anyMatch(d -> d.state() instanceof DestinationState.Exposed);
        boolean mayGoLive = track.destinations().stream()
                .anyMatch(d -> d.state() instanceof DestinationState.InReview && goesLive(platform, d));
        boolean aboutTo = unresolved.stream()
                .anyMatch(a -> a.effect() instanceof Effect.Expose
                        || a.effect() instanceof Effect.Resume
                        || opens(a.effect()));
        boolean inTheWay = !track.cancelled() && (partlyOut || mayGoLive || aboutTo);
        return new Known(track.id().version(), track.stage(), track.said().stopped(), inTheWay);
    }

    private static boolean goesLive(Platform platform, DestinationProgress progress) {
        return platform.destinations().stream()
                .filter(d -> d.key().equals(progress.key()))
                .anyMatch(d -> d.capabilities().goLive() == GoLive.ON_APPROVAL);
    }

    private static boolean opens(Effect effect) {
        return effect instanceof Effect.Submit submit && submit.opening().isPresent();
    }
}
