package io.signalbox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import java.util.List;

/** What the world's log must say of a release that arrived. */
final class OutsideOnce {
    /** Where CI uploads each build, and the next replaces it. */
    private static final String OF_CI = "internal";

    private OutsideOnce() {}

    static void check(Demo demo) {
        List<String> effects = demo.world().log().entries().stream()
                .map(e -> effect(e.detail()))
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(effects).doesNotHaveDuplicates();
        assertThat(effects)
                .filteredOn(e -> e.startsWith("ref"))
                .as("two bumps, a cut and a tag; 8.9.3 is not cut yet")
                .hasSize(4);
        assertThat(effects)
                .contains("exposure production 0.01", "exposure production 1.0")
                .contains("exposure IOS 0.01", "exposure IOS 1.0")
                .contains("exposure windows 0.01", "exposure windows 1.0");
    }

    /** An effect of ours by what it is, so that a second one has the same text. */
    private static String effect(Detail detail) {
        return switch (detail) {
            case Detail.RefMoved moved
            when moved.by() instanceof Actor.Api ->
                moved.ref().equals("refs/heads/main") ? "ref main " + moved.after() : "ref " + moved.ref();
            case Detail.Exposure exposure
            when exposure.version().equals("8.9.2") && !exposure.channel().equals(OF_CI) ->
                "exposure %s %s".formatted(exposure.channel(), exposure.after().share());
            case Detail.Review review
            when review.by() instanceof Actor.Api ->
                "review %s %s %s %s".formatted(review.app(), review.build(), review.before(), review.after());
            default -> "";
        };
    }
}
