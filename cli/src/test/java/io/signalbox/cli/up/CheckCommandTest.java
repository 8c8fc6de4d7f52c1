package io.signalbox.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.home.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void oneConnectorIsCalledOneConnector() throws Exception {
        Path repository = folder.resolve("player");
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(repository.toFile())
                .call()) {
            git.commit()
                    .setMessage("Work")
                    .setAuthor("Mei", "mei@example.com")
                    .setSign(false)
                    .call();
        }
        Home home = new Home(folder.resolve("home"));
        home.make();
        FirstConfiguration.write(home, repository);
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .execute("--directory", home.directory().toString());
        assertThat(exit).isZero();
        assertThat(out.toString().strip()).endsWith("0 platforms, policy git-only, 1 connector.");
    }
}
