package io.signalbox.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.Main;
import io.signalbox.cli.home.Home;
import io.signalbox.engine.access.Access.Kind;
import io.signalbox.server.access.Doorkeeper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Beside the database of a running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenCommandTest {
    private Home home = new Home(Path.of("home"));
    private Data server;

    private record Said(int exit, String out, String err) {}

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        home = new Home(folder.resolve("home"));
        home.make();
        Files.writeString(home.configuration(), "apps: {}\n");
        server = Data.open(home, Optional.empty());
        home.reachedAt("http://127.0.0.1:18431");
    }

    @AfterAll
    void end() {
        server.close();
    }

    private Said say(String... words) {
        List<String> call = new ArrayList<>(List.of(words));
        call.addAll(List.of("--directory", home.directory().toString()));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(call.toArray(String[]::new));
            return new Said(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private boolean opens(String token) {
        return new Doorkeeper(server.access(), InstantSource.system())
                .known(token, Kind.TOKEN)
                .isPresent();
    }

    @Test
    void aTokenIsListedWithoutItsSecretAndTakenBackByItsId() {
        String kims = say("token", "create", "--role", "service", "--name", "Kim's script")
                .out()
                .strip();
        String meis = say("token", "create", "--role", "team-member", "--team", "search", "--name", "Mei")
                .out()
                .strip();
        say("link", "--name", "Ana");
        Said listed = say("token", "list");
        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).doesNotContain(kims, meis, kims.substring(4, 20), "Ana");
        List<String> lines = listed.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("ID +ROLE +MADE +EXPIRES +WHO");
        assertThat(lines.get(1)).matches("[0-9a-f]{12} +service +\\S+ \\d\\d:\\d\\d +\\S+ \\d\\d:\\d\\d +Kim's script");
        assertThat(lines.get(2)).matches("[0-9a-f]{12} +team-member +.* Mei \\(search\\)");

        String id = lines.get(1).substring(0, 12);
        Said revoked = say("token", "revoke", id);
        assertThat(revoked.exit()).isZero();
        assertThat(revoked.out().strip()).isEqualTo("Token %s of Kim's script is revoked.".formatted(id));
        assertThat(opens(kims)).as("the server knows it no more").isFalse();
        assertThat(opens(meis)).isTrue();

        Said again = say("token", "revoke", id);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err().strip())
                .isEqualTo(
                        "signalbox: no token with the id \"%s\" is in use: signalbox token list shows those that are."
                                .formatted(id));
        say("token", "revoke", lines.get(2).substring(0, 12));
        assertThat(say("token", "list")).isEqualTo(new Said(0, "", "No token is in use." + System.lineSeparator()));
    }

    @Test
    void aLinkLeadsToWhereTheServerSaidThatItIs() {
        assertThat(say("link").out()).startsWith("http://127.0.0.1:18431/open?link=sbx-");
        assertThat(say("link", "--url", "https://signalbox.example.com/").out())
                .startsWith("https://signalbox.example.com/open?link=sbx-");
    }

    @Test
    void aPieceOfAnIdTakesNothingBack() {
        String token = say("token", "create", "--name", "Vera").out().strip();
        for (String piece : List.of("", "a")) {
            assertThat(say("token", "revoke", piece).exit()).isEqualTo(1);
        }
        assertThat(say("token", "revoke").exit()).as("a wrong call").isEqualTo(2);
        assertThat(opens(token)).isTrue();
        say(
                "token",
                "revoke",
                say("token", "list")
                        .out()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .substring(0, 12));
    }
}
