package io.signalbox.world.ci;

import io.signalbox.world.git.VersionFile;
import io.signalbox.world.http.Body;
import java.util.List;
import java.util.Optional;

/** Makes the files of a build. The same commit and number always give the same bytes. */
final class Packages {
    private Packages() {}

    static List<Upload> build(RunState run, Platform platform, VersionFile version, long build) {
        return platform.files().stream()
                .map(kind -> build(run, platform, kind, version, build))
                .toList();
    }

    private static Upload build(
            RunState run, Platform platform, Platform.FileKind kind, VersionFile version, long build) {
        String os = kind.os().isEmpty() ? "" : "-" + kind.os();
        String name = run.code.name() + "-" + platform.word() + os + "-" + version.version() + "-" + build + "."
                + kind.extension();
        Body content = Body.of((name + "\nbuilt from " + run.sha + "\n").repeat(8));
        return new Upload(
                run.code.name(),
                platform,
                Optional.of(kind.os()).filter(word -> !word.isEmpty()),
                version.version(),
                build,
                run.sha,
                run.workflow == Run.Workflow.NIGHTLY,
                name,
                content,
                "sha256:" + content.sha256());
    }
}
