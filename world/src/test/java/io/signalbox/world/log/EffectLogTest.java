package io.signalbox.world.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectLogTest {
    private static final Instant START = Instant.parse("2024-09-20T07:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theFileHoldsWhatTheMemoryHoldsEvenBeforeItIsClosed() throws IOException {
        Path file = folder.resolve("log.jsonl");
        try (EffectLog log = new EffectLog(() -> START, Optional.of(file))) {
            log.append(
                    Vendor.PLAY,
                    new Detail.Exposure(
                            "com.example.player",
                            "production",
                            "8.9.2",
                            "80902003",
                            Level.NONE,
                            new Level("inProgress", 0.01),
                            new Actor.Api("robot", 17)));
            log.append(Vendor.PLAY, new Detail.Request(17, "POST", "/x", 200, Optional.of("robot")));
            log.append(Vendor.JIRA, new Detail.IssueChanged("AND-1", Map.of("status", "Done"), Actor.person("Ada")));
            log.append(Vendor.APPLE, new Detail.NoChange("com.example.player", "version 3", Actor.itself()));

            assertThat(EffectLog.read(file)).isEqualTo(log.entries()).hasSize(4);
        }
    }

    @Test
    void theKindSaysWhoCausedAChange() {
        EffectLog log = new EffectLog(() -> START, Optional.empty());

        for (Actor actor : List.of(new Actor.Api("robot", 1), Actor.person("Ada"), Actor.itself())) {
            log.append(Vendor.GIT, new Detail.RefMoved("player", "refs/heads/main", "", "abc", actor));
        }

        assertThat(log.entries())
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.EFFECT, Entry.Kind.PERSON, Entry.Kind.STORE);
        assertThat(log.entries()).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
        assertThat(log.after(2)).hasSize(1);
    }

    @Test
    void requestsAreCountedByVendor() {
        EffectLog log = new EffectLog(() -> START, Optional.empty());
        log.append(Vendor.PLAY, new Detail.Request(1, "GET", "/x", 200, Optional.empty()));
        log.append(Vendor.PLAY, new Detail.Request(2, "GET", "/x", 0, Optional.empty()));
        log.append(Vendor.GIT, new Detail.Request(3, "GET", "/x", 200, Optional.empty()));

        assertThat(log.requests(Vendor.PLAY)).isEqualTo(2);
        assertThat(log.requests(Vendor.APPLE)).isZero();
    }
}
