package io.signalbox.cli.up;

import io.signalbox.cli.config.ConfigFile;
import io.signalbox.cli.config.Outside;
import io.signalbox.cli.config.Setup;
import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.text.Spoken;
import io.signalbox.codec.yaml.Read;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Trial;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox connect test}: what works of the systems that are configured, what does not, and how to mend it. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Looks after the systems that Signalbox is connected to.",
        subcommands = ConnectCommand.Test.class,
        synopsisSubcommandLabel = "test")
public final class ConnectCommand extends Spoken {

    @Override
    public Integer call() {
        return usage();
    }

    /** Tries connectors out. Changes nothing outside. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Tries one connector, or all, and says what works and how to mend what does not. Changes nothing.")
    static final class Test extends Spoken {
        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(
                arity = "0..1",
                paramLabel = "NAME",
                description = "As signalbox.yaml calls it; all of them if not given.")
        private @Nullable String name;

        @Override
        public Integer call() {
            Home directory = home.existing();
            if (!(ConfigFile.read(directory.configuration()) instanceof Read.Whole<Setup>(Setup setup))) {
                throw new Trouble("the configuration has faults: signalbox check lists them.");
            }
            Instant now = InstantSource.system().instant();
            boolean found = false;
            boolean works = true;
            try (Http http = new Http(InstantSource.system(), System::nanoTime)) {
                Outside outside = new Outside(http, Reach.PRIVATE, directory.mirrors());
                for (Setup.OfApp app : setup.apps()) {
                    for (var plug : app.plugs()) {
                        if (Optional.ofNullable(name)
                                .filter(n -> !n.equals(plug.name()))
                                .isEmpty()) {
                            found = true;
                            List<Trial> trials =
                                    plug.connect(app.app(), outside).trials().apply(now);
                            works &= say(app.app().key() + "/" + plug.name(), trials);
                        }
                    }
                }
            }
            if (!found) {
                throw new Trouble("no connector is called \"%s\" in %s.".formatted(name, directory.configuration()));
            }
            return works ? 0 : 1;
        }

        private boolean say(String connector, List<Trial> trials) {
            PrintWriter out = out();
            out.println(connector);
            for (Trial trial : trials) {
                out.printf("  %s %s: %s%n", trial.works() ? "✓" : "✗", trial.what(), trial.found());
                trial.remedy().ifPresent(remedy -> out.println("      " + remedy));
            }
            return trials.stream().allMatch(Trial::works);
        }
    }
}
