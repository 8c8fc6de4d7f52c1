package io.signalbox.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small one of the huge repositories; {@link HugeRepository} measures a large one. */
class HugeRepositoryTest {
    @TempDir
    static Path folder;

    private static MadeRepository made;
    private static int newest;

    @BeforeAll
    static void fill() throws Exception {
        made = MadeRepository.bare(folder.resolve("huge.git"));
        newest = HugeRepository.fill(made, 5_000);
        made.commit("main", "Newest");
    }

    @AfterAll
    static void close() {
        made.close();
    }

    private static GitSettings settings() {
        return GitSettings.local("git", folder.resolve("huge.git"), Optional.empty());
    }

    @Test
    void onlyWhatIsListedIsLookedAtClosely() throws Exception {
        CommitCache cache = new CommitCache(20_000);
        try (LocalCopy copy =
                        new LocalCopy(folder.resolve("huge.git"), settings().committer());
                RepositoryReader reader = new RepositoryReader(copy, Asked.WITHOUT_FILE, settings(), cache)) {
            RepositoryReading reading = reader.read(
                    Asked.release("1.%d".formatted(newest), "1.%d".formatted(newest - 1)), Asked.about(List.of()));

            // 500 commits of the cycle, 50 that merges brought, and the newest.
            assertThat(reading.main().commits()).hasSize(551);
            assertThat(reading.main().whole()).isTrue();
            assertThat(reading.main().commits().get(1).tickets()).containsExactly("AND-5000");
            assertThat(reading.branch().orElseThrow().base()).isEqualTo(new CommitId(made.head("release/1." + newest)));
            assertThat(reading.tagged()).isTrue();
            assertThat(cache.size()).isEqualTo(551);
        }
    }

    @Test
    void aHistoryThatIsTooLongToListIsCutShort() {
        try (GitConnector connector =
                TestConnectors.connector(settings().with(new Limits(300, 100, 50_000, 300, 200)), Asked.WITHOUT_FILE)) {
            RepositoryReading known = Asked.reading(connector, Asked.about(List.of(), Asked.release("1.99", "1.1")));
            RepositoryReading unknown = Asked.reading(connector, Asked.about(List.of(), Asked.release("1.99", "0.1")));

            assertThat(known.main().commits()).hasSize(300);
            assertThat(known.main().whole()).isFalse();
            assertThat(known.main().base()).isEqualTo(new CommitId(made.head("release/1.1")));
            assertThat(unknown.main().whole()).isFalse();
            assertThat(unknown.main().commits()).hasSizeBetween(200, 300);
        }
    }
}
