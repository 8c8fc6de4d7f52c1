package io.signalbox.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A git repository of an app that is released every week. */
final class SmallRepository {
    private static final int RELEASES = 6;
    private static final Instant FIRST = Instant.parse("2026-09-04T09:00:00Z");

    private SmallRepository() {}

    static Path make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        git(folder, 0, "init", "-q", "-b", "main");
        for (int week = 0; week < RELEASES; week++) {
            String version = "1.%d.0".formatted(week);
            Files.writeString(folder.resolve("version.properties"), "version=" + version + "\n");
            git(folder, week, "add", "-A");
            git(folder, week, "commit", "-q", "-m", "Begin " + version);
            git(folder, week, "tag", "v" + version);
        }
        return folder;
    }

    private static void git(Path folder, int week, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        String at = FIRST.plus(Duration.ofDays(7L * week)).toString();
        builder.environment().put("GIT_AUTHOR_DATE", at);
        builder.environment().put("GIT_COMMITTER_DATE", at);
        if (builder.start().waitFor() != 0) {
            throw new IOException("git " + String.join(" ", arguments) + " failed in " + folder);
        }
    }
}
