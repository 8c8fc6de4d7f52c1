package io.signalbox.cli.up;

import io.signalbox.cli.config.ConfigFile;
import io.signalbox.cli.config.Outside;
import io.signalbox.cli.config.Setup;
import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.codec.yaml.Read;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Trial;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signalbox connect test}: what works of the systems that are configured, what does not, and how to mend it. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Looks after the systems that Signalbox is connected to.",
        subcommands = ConnectCommand.Test.class,
        synopsisSubcommandLabel = "test")
public final class ConnectCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return picocli.CommandLine.ExitCode.USAGE;
    }

    /** Tries connectors out. Changes nothing outside. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Tries one connector, or all, and says what works and how to mend what does not. Changes nothing.")
    static final class Test implements Callable<Integer> {
        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(
                arity = "0..1",
                paramLabel = "NAME",
                description = "As signalbox.yaml calls it; all of them if not given.")
        private @Nullable String name;

        @Spec
        private @Nullable CommandSpec spec;

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
            if (spec == null) {
                throw new IllegalStateException("the command line gives every command its specification");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(connector);
            for (Trial trial : trials) {
                out.printf("  %s %s: %s%n", trial.works() ? "✓" : "✗", trial.what(), trial.found());
                trial.remedy().ifPresent(remedy -> out.println("      " + remedy));
            }
            return trials.stream().allMatch(Trial::works);
        }
    }
}
