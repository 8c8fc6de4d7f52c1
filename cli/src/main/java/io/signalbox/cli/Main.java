package io.signalbox.cli;

import io.signalbox.cli.demo.DemoCommand;
import io.signalbox.cli.demo.DemoServerCommand;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.up.AuditCommand;
import io.signalbox.cli.up.CheckCommand;
import io.signalbox.cli.up.ConnectCommand;
import io.signalbox.cli.up.LinkCommand;
import io.signalbox.cli.up.TokenCommand;
import io.signalbox.cli.up.UpCommand;
import io.signalbox.engine.storage.StorageDown;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code signalbox}. */
@Command(
        name = "signalbox",
        description = "Ships apps that people install: release trains that move only while every condition holds.",
        mixinStandardHelpOptions = true,
        version = "signalbox 0.1",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            AuditCommand.class,
            TokenCommand.class,
            LinkCommand.class,
            ConnectCommand.class,
            DemoServerCommand.class
        })
public final class Main {
    /** Something that a person can mend. */
    private static final int TROUBLE = 1;

    /** We are wrong. */
    private static final int BROKEN = 70;

    private Main() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    /** Runs one command and returns the exit code: 0 if it did what it should, 1 for trouble, 2 for a wrong call. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, _) -> {
            if (e instanceof Trouble || e instanceof StorageDown) {
                command.getErr().println("signalbox: " + e.getMessage());
                return TROUBLE;
            }
            command.getErr().println("signalbox: failed in a way it should not. Please report this:");
            e.printStackTrace(command.getErr());
            return BROKEN;
        });
        if (args.length == 0) {
            line.usage(line.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(args);
    }
}
