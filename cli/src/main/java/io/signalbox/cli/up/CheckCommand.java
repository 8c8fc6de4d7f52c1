package io.signalbox.cli.up;

import io.signalbox.cli.config.ConfigFile;
import io.signalbox.cli.config.Setup;
import io.signalbox.cli.text.Spoken;
import io.signalbox.codec.yaml.Fault;
import io.signalbox.codec.yaml.Read;
import io.signalbox.domain.wording.Amounts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox check}: is the configuration whole? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads signalbox.yaml and the policies it names, and lists every fault. Starts nothing.")
public final class CheckCommand extends Spoken {
    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        PrintWriter out = out();
        return switch (ConfigFile.read(home.existing().configuration())) {
            case Read.Whole<Setup> whole -> {
                whole.value().apps().forEach(app -> say(out, app));
                yield 0;
            }
            case Read.Refused<Setup> refused -> {
                for (Fault fault : refused.faults()) {
                    err().println(fault);
                }
                yield 1;
            }
        };
    }

    private static void say(PrintWriter out, Setup.OfApp app) {
        out.printf(
                "%s: whole; %s, policy %s, %s.%n",
                app.app().name(),
                Amounts.some(app.app().platforms().size(), "platform"),
                app.policy().name(),
                Amounts.some(app.plugs().size(), "connector"));
    }
}
