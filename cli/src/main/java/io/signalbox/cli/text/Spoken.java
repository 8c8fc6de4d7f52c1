package io.signalbox.cli.text;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that tells people something. */
public abstract class Spoken implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    protected final PrintWriter out() {
        return line().getOut();
    }

    protected final PrintWriter err() {
        return line().getErr();
    }

    /** For a command that does nothing without one of its own: says which there are. */
    protected final int usage() {
        line().usage(err());
        return CommandLine.ExitCode.USAGE;
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("the command line gives every command its specification");
        }
        return spec.commandLine();
    }
}
