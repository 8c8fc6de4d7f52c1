package io.signalbox.cli.up;

import io.signalbox.cli.home.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database; without these Signalbox starts its own. */
public final class DatabaseOptions {
    private static final String VARIABLE = "SIGNALBOX_DATABASE_PASSWORD";

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "A PostgreSQL of yours, such as jdbc:postgresql://db.example.com/signalbox."
                    + " Without it Signalbox starts one of its own.")
    private @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "Its user.",
            defaultValue = "signalbox",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS)
    private String user = "signalbox";

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "Where its password is; without it the variable " + VARIABLE + ".")
    private @Nullable Path passwordFile;

    /** @param password never shown */
    public record Address(String url, String user, String password) {
        @Override
        public String toString() {
            return url;
        }
    }

    /** Empty for the database that Signalbox starts for itself. */
    public Optional<Address> address() {
        return Optional.ofNullable(url).map(u -> new Address(u, user, password()));
    }

    private String password() {
        if (passwordFile == null) {
            return Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new Trouble(
                    "the database's password cannot be read (%s): mend --database-password-file.".formatted(e), e);
        }
    }
}
