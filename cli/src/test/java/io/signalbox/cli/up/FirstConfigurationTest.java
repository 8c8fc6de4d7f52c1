package io.signalbox.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.config.ConfigFile;
import io.signalbox.cli.config.Setup;
import io.signalbox.cli.home.Home;
import io.signalbox.codec.yaml.Read;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.version.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for a repository of any habit is whole, and goes on as the team did. */
class FirstConfigurationTest {
    private static final Instant FIRST = Instant.parse("2026-03-06T10:00:00Z");

    @TempDir
    Path folder;

    /** Releases {@code days} apart, from branches of their own. */
    private Path repository(String branches, String tags, int days, String... versions) throws Exception {
        Path path = folder.resolve("Our player");
        try (Git git =
                Git.init().setInitialBranch("main").setDirectory(path.toFile()).call()) {
            Instant at = FIRST;
            for (String version : versions) {
                commit(git, at);
                PersonIdent tagger = new PersonIdent("Mei", "mei@example.com", at, ZoneOffset.UTC);
                git.branchCreate()
                        .setName(branches.replace("{}", line(branches, version)))
                        .call();
                git.tag().setName(tags.replace("{}", version)).setTagger(tagger).call();
                at = at.plus(Duration.ofDays(days));
            }
            commit(git, at);
        }
        return path;
    }

    private static String line(String branches, String version) {
        return branches.equals("release/{}") ? version.substring(0, version.lastIndexOf('.')) : version;
    }

    private static void commit(Git git, Instant at) throws Exception {
        PersonIdent mei = new PersonIdent("Mei", "mei@example.com", at, ZoneOffset.UTC);
        git.commit()
                .setMessage("Work")
                .setAuthor(mei)
                .setCommitter(mei)
                .setSign(false)
                .call();
    }

    private Setup.OfApp written(Path repository) {
        Home home = new Home(folder.resolve("home"));
        home.make();
        FirstConfiguration.write(home, repository);
        Read<Setup> read = ConfigFile.read(home.configuration());
        assertThat(read).isInstanceOf(Read.Whole.class);
        return ((Read.Whole<Setup>) read).value().apps().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "release/{},  v{},   1.28.0, 1.29.0, 1.30.0, 1.31.0,  release/1.31",
        "release-{},  {},    26.01.1, 26.02.1, 26.03.1, 26.04.1, release-26.04.1",
        "releases/{}, app-{}, 8.9.0, 8.9.1, 8.9.2,  8.9.3,   releases/8.9.3"
    })
    void theNextReleaseIsCalledAsTheOnesBefore(
            String branches, String tags, String one, String two, String three, String next, String branch)
            throws Exception {
        App app = written(repository(branches, tags, 7, one, two, three)).app();
        Repository repository = app.repositories().getFirst();
        assertThat(app.key().value()).isEqualTo("our-player");
        assertThat(app.before()).isEqualTo(new Version(three));
        assertThat(app.versions().next(app.before(), LocalDate.parse("2026-04-03")))
                .isEqualTo(new Version(next));
        assertThat(repository.branch(new Version(next))).isEqualTo(branch);
        assertThat(repository.tagged(repository.tag(new Version(next)))).contains(new Version(next));
    }

    @Test
    void aReleaseIsCutWhenTheNextCycleBeginsHoweverLongACycleIs() throws Exception {
        Setup.OfApp written = written(repository("releases/{}", "v{}", 28, "8.9.0", "8.9.1", "8.9.2", "8.9.3"));
        Schedule schedule = written.app().schedule().orElseThrow();
        LocalDate begins = schedule.dateFrom(LocalDate.parse("2026-07-01"));
        Plan plan = Plan.of(
                begins,
                schedule.startOn(begins),
                schedule.zone(),
                written.policy().plan());
        assertThat(plan.at(Milestone.BRANCH_CUT)).isEqualTo(schedule.startOn(schedule.dateAfter(begins)));
        assertThat(begins.plusWeeks(4)).isEqualTo(schedule.dateAfter(begins));
    }

    @Test
    void aRepositoryThatReleasedNothingHasATrainToo() throws Exception {
        App app = written(repository("unused/{}", "nothing-{}", 7)).app();
        assertThat(app.versions().next(app.before(), LocalDate.EPOCH)).isEqualTo(new Version("0.1.0"));
        assertThat(app.schedule()).isPresent();
    }

    @Test
    void whatWasMadeOfARepositoryIsKnownToBeOfThatOne() throws Exception {
        Path repository = repository("release/{}", "v{}", 7, "1.0.0");
        written(repository);
        Home home = new Home(folder.resolve("home"));
        assertThat(FirstConfiguration.isOf(home, repository)).isTrue();
        assertThat(FirstConfiguration.isOf(home, repository.resolve(".git"))).isTrue();
        assertThat(FirstConfiguration.isOf(home, folder.resolve("another"))).isFalse();
        assertThat(home.configuration()).content().contains("One release is too few to tell a habit from.");
    }

    @Test
    void nothingIsLeftBesideTheConfiguration() throws Exception {
        written(repository("releases/{}", "v{}", 14, "8.9.0", "8.9.1", "8.9.2"));
        assertThat(folder.resolve("home").toFile().list()).containsExactlyInAnyOrder("signalbox.yaml", "policy.yaml");
    }
}
