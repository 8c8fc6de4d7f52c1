package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** From which state to which a track went at its destinations, in all simulated days together, and what brought it there. Thread-safe. */
final class TransitionMap {
    private static final Path DRAWN = Path.of("..", "docs", "track-states.md");
    private static final String BEGIN = "stateDiagram-v2\n";
    private static final String END = "\n```";

    private final Set<Step> taken = ConcurrentHashMap.newKeySet();

    private record Step(String from, String to, String by) {}

    /** The same storage, watched. */
    Storage watching(Storage real) {
        return new ForwardingStorage(real) {
            private final Map<SubjectId, Track> tracks = new HashMap<>();

            @Override
            public Commit commit(Change change) {
                Commit commit = super.commit(change);
                if (commit instanceof Commit.Done) {
                    change.opened().forEach(state -> note(state, change));
                    change.next().ifPresent(state -> note(state, change));
                }
                return commit;
            }

            private void note(SubjectState state, Change change) {
                if (state instanceof SubjectState.OfTrack(Track now)) {
                    Track before = tracks.put(now.id(), now);
                    for (DestinationProgress destination : now.destinations()) {
                        String to = name(destination.state());
                        String from = before == null
                                ? "[*]"
                                : name(before.destination(destination.key()).state());
                        if (!from.equals(to)) {
                            taken.add(new Step(from, to, before == null ? "" : by(destination, change)));
                        }
                    }
                }
            }
        };
    }

    private static String name(DestinationState state) {
        return switch (state) {
            case DestinationState.Exposed exposed -> "Exposed_" + motion(exposed.motion());
            case DestinationState.Everyone everyone -> "Everyone_" + motion(everyone.motion());
            case DestinationState.Refused refused ->
                "Refused_" + refused.kind().name().toLowerCase(Locale.ROOT);
            case DestinationState.Unsent _,
                    DestinationState.InReview _,
                    DestinationState.Approved _,
                    DestinationState.Gone _ -> state.getClass().getSimpleName();
        };
    }

    private static String motion(DestinationState.Motion motion) {
        return motion.name().toLowerCase(Locale.ROOT);
    }

    /** The action that is confirmed with it, the word of a person, or what the store shows by itself. */
    private static String by(DestinationProgress destination, Change change) {
        Set<String> causes = new TreeSet<>();
        change.journal().forEach(entry -> {
            if (entry.fact() instanceof Fact.Happened(Happening.ActionEnded ended)
                    && ended.state() instanceof ActionState.Confirmed
                    && ended.effect().place().equals(destination.key().value())) {
                causes.add(ended.effect().name());
            } else if (entry.fact() instanceof Fact.Commanded given) {
                causes.add("«" + given.command().getClass().getSimpleName().toLowerCase(Locale.ROOT) + "»");
            }
        });
        return causes.isEmpty() ? "seen" : String.join(" + ", causes);
    }

    /**
     * Compares what was taken with what is drawn. {@code -Dsignalbox.golden=rewrite} draws it anew.
     *
     * @param usual whether the days were those from which it is drawn; of others it is only told what is new
     */
    void check(boolean usual) throws IOException {
        String text = Files.readString(DRAWN);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        List<String> taken = lines();
        List<String> drawn = text.substring(begin, end).lines().toList();
        if (!usual) {
            taken.stream().filter(way -> !drawn.contains(way)).forEach(way -> System.out.println("not drawn:" + way));
        } else if (System.getProperty("signalbox.golden", "").equals("rewrite")) {
            Files.writeString(DRAWN, text.substring(0, begin) + String.join("\n", taken) + text.substring(end));
        } else {
            assertThat(taken).as("the ways in %s", DRAWN).containsExactlyElementsOf(drawn);
        }
    }

    /** One line for each way, as a Mermaid state diagram has them; sorted. */
    private List<String> lines() {
        return taken.stream()
                .map(s -> "    %s --> %s%s".formatted(s.from, s.to, s.by.isEmpty() ? "" : " : " + s.by))
                .sorted()
                .toList();
    }
}
