package io.signalbox.cli.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.World;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Entry;
import java.util.List;
import java.util.Optional;

/** What the outside's log says that the servers did. */
final class Effects {
    private static final String VERSION = "8.9.2";
    static final List<String> CHANNELS = List.of("production", "windows", "mac");

    private Effects() {}

    /**
     * A change of what users are offered.
     *
     * @param by the server that did it
     */
    record Step(String channel, double from, double to, String by) {}

    static List<Step> steps(World world) {
        return world.log().details(Detail.Exposure.class).stream()
                .filter(e -> e.version().equals(VERSION) && CHANNELS.contains(e.channel()))
                .map(e -> new Step(e.channel(), e.before().share(), e.after().share(), by(e.by())))
                .toList();
    }

    static String by(Actor actor) {
        return actor instanceof Actor.Api api ? api.credential() : "";
    }

    /** The server that made a request; empty for all else. */
    static String caller(Entry entry) {
        return entry.detail() instanceof Detail.Request request
                ? request.credential().orElse("")
                : "";
    }

    /** The newest share of a channel. */
    static double share(World world, String channel) {
        return steps(world).stream()
                .filter(s -> s.channel().equals(channel))
                .reduce((_, later) -> later)
                .map(Step::to)
                .orElse(0.0);
    }

    /**
     * Every step was made once, and none after a later one: whoever is late sets back what its successor did, or asks for what already
     * is so.
     */
    static void checkOnceAndInOrder(World world) {
        for (String channel : CHANNELS) {
            List<Double> shares = steps(world).stream()
                    .filter(s -> s.channel().equals(channel))
                    .map(Step::to)
                    .toList();
            assertThat(shares).as(channel).doesNotHaveDuplicates().isSorted();
        }
        assertThat(world.log().details(Detail.RefMoved.class).stream()
                        .filter(r -> r.by() instanceof Actor.Api)
                        .map(r -> r.ref().equals("refs/heads/main") ? "main " + r.after() : r.ref()))
                .as("branches and tags")
                .doesNotHaveDuplicates();
        assertThat(world.log().details(Detail.Review.class).stream()
                        .filter(r -> r.by() instanceof Actor.Api)
                        .map(r -> r.app() + r.build() + r.after()))
                .as("reviews asked for")
                .doesNotHaveDuplicates();
        assertThat(repeated(world)).as("asked for what was so already").isEmpty();
    }

    private static List<Detail.NoChange> repeated(World world) {
        return world.log().details(Detail.NoChange.class).stream()
                .filter(n -> Optional.of(by(n.by())).filter(b -> !b.isEmpty()).isPresent())
                .toList();
    }
}
