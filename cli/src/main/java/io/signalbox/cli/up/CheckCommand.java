package io.signalbox.cli.up;

import io.signalbox.cli.config.ConfigFile;
import io.signalbox.cli.config.Setup;
import io.signalbox.codec.yaml.Fault;
import io.signalbox.codec.yaml.Read;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code signalbox check}: is the configuration whole? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads signalbox.yaml and the policies it names, and lists every fault. Starts nothing.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line gives every command its specification");
        }
        PrintWriter out = spec.commandLine().getOut();
        return switch (ConfigFile.read(home.existing().configuration())) {
            case Read.Whole<Setup> whole -> {
                whole.value().apps().forEach(app -> say(out, app));
                yield 0;
            }
            case Read.Refused<Setup> refused -> {
                for (Fault fault : refused.faults()) {
                    spec.commandLine().getErr().println(fault);
                }
                yield 1;
            }
        };
    }

    private static void say(PrintWriter out, Setup.OfApp app) {
        out.printf(
                "%s: whole; %d platforms, policy %s, %d connectors.%n",
                app.app().name(),
                app.app().platforms().size(),
                app.policy().name(),
                app.plugs().size());
    }
}
