package io.signalbox.cli.up;

import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.text.Template;
import io.signalbox.codec.yaml.PolicyReader;
import io.signalbox.connectors.git.GitSurvey;
import io.signalbox.domain.version.VersionScheme;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a configuration to begin with, from what a git repository tells of how it is released. */
final class FirstConfiguration {
    private static final String GIT_ONLY = "git-only";
    private static final String POLICY_FILE = "policy.yaml";
    private static final Pattern DAYS = Pattern.compile("days: (\\d+)");

    /** A plan reaches a year ahead at most. */
    private static final int MOST_WEEKS = 50;

    private FirstConfiguration() {}

    private static Path clone(Path repository) {
        Path given = repository.toAbsolutePath().normalize();
        return GitSurvey.root(given).orElse(given);
    }

    private static String url(Path clone) {
        return "url: " + quoted(clone.toString());
    }

    /** Whether the configuration that is there names this repository, as one made from it does. */
    static boolean isOf(Home home, Path repository) {
        try {
            String wanted = url(clone(repository));
            return Files.readString(home.configuration())
                    .lines()
                    .map(String::strip)
                    .anyMatch(wanted::equals);
        } catch (IOException e) {
            throw new Trouble("%s cannot be read: %s.".formatted(home.configuration(), e.getMessage()), e);
        }
    }

    static void write(Home home, Path repository) {
        Path clone = clone(repository);
        GitSurvey survey = survey(clone);
        try {
            int weeks = weeks(survey);
            if (weeks > 1) {
                whole(home.directory().resolve(POLICY_FILE), policy(weeks));
            }
            whole(home.configuration(), text(clone, survey, ZoneId.systemDefault()));
        } catch (IOException e) {
            throw new Trouble(
                    "%s cannot be written (%s): make room there, or name another --directory."
                            .formatted(home.configuration(), e.getMessage()),
                    e);
        }
    }

    /** Whole or not at all: half a file would be refused by the next start. */
    private static void whole(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int weeks(GitSurvey survey) {
        return Math.min(survey.weeksBetween().orElse(1), MOST_WEEKS);
    }

    /** A release is cut when the next cycle begins, so its plan is as long as a cycle. */
    static String policy(int weeks) {
        Matcher days = DAYS.matcher(PolicyReader.text(GIT_ONLY));
        String longer = days.replaceAll(found -> "days: " + (Integer.parseInt(found.group(1)) + 7 * (weeks - 1)));
        return longer.replace("name: " + GIT_ONLY, "name: every-%d-weeks".formatted(weeks));
    }

    private static GitSurvey survey(Path clone) {
        try {
            return GitSurvey.of(clone);
        } catch (SourceFailure e) {
            throw new Trouble(e.failure().message() + ".", e);
        } catch (IOException e) {
            throw new Trouble("the repository at %s cannot be read: %s.".formatted(clone, e.getMessage()), e);
        }
    }

    static String text(Path clone, GitSurvey survey, ZoneId zone) {
        String name = name(clone);
        int weeks = weeks(survey);
        DayOfWeek day = survey.weekday(zone).filter(d -> d.getValue() <= 5).orElse(DayOfWeek.FRIDAY);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("key", key(name));
        values.put("name", quoted(name));
        values.put("zone", zone.getId());
        values.put("habit", habit(survey));
        values.put("weekday", day.name().toLowerCase(Locale.ROOT));
        values.put(
                "every", weeks == 1 ? "" : ", every-weeks: %d, first: %s".formatted(weeks, first(survey, day, zone)));
        values.put("before", survey.before().text());
        values.put("policy", weeks == 1 ? GIT_ONLY : POLICY_FILE);
        values.put("next", scheme(survey.scheme()));
        values.put("url", url(clone));
        values.put("main", quoted(survey.main()));
        values.put("branches", survey.branches());
        values.put("tags", survey.tags());
        values.put(
                "version-file",
                survey.versionFile()
                        .map(file -> "version-file: " + quoted(file.path()))
                        .orElse("# version-file: version.properties"));
        return Template.of(FirstConfiguration.class, "first-configuration.yaml").filled(values);
    }

    private static String habit(GitSurvey survey) {
        Optional<Integer> weeks = survey.weeksBetween();
        if (weeks.isEmpty()) {
            return survey.last().isPresent()
                    ? "One release is too few to tell a habit from."
                    : "No releases were found from which to tell a habit.";
        }
        return "So far: a release about every %s.".formatted(weeks.get() == 1 ? "week" : weeks.get() + " weeks");
    }

    /** The weekday on or before the last release. */
    private static LocalDate first(GitSurvey survey, DayOfWeek day, ZoneId zone) {
        return survey.last().orElseThrow().at().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(day));
    }

    private static String scheme(VersionScheme scheme) {
        return switch (scheme) {
            case VersionScheme.YearMonth() -> "year-month";
            case VersionScheme.Raise(int part) -> part == 0 ? "major" : part == 1 ? "minor" : "patch";
        };
    }

    private static String name(Path clone) {
        Path last = clone.endsWith(".git") && clone.getParent() != null ? clone.getParent() : clone;
        String name = String.valueOf(last.getFileName()).replaceFirst("\\.git$", "");
        return name.isBlank() ? "app" : name;
    }

    private static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = key.length() > 40 ? key.substring(0, 40) : key;
        return cut.isEmpty() ? "app" : cut;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
