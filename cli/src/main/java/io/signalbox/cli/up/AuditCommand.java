package io.signalbox.cli.up;

import io.signalbox.audit.JournalAudit;
import io.signalbox.audit.Violation;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.text.Spoken;
import io.signalbox.domain.app.AppKey;
import io.signalbox.storage.postgres.JournalChain;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox audit}: checks what was written down. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks the journals.",
        subcommands = AuditCommand.Verify.class,
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand extends Spoken {

    @Override
    public Integer call() {
        return usage();
    }

    /** Exits with 0 only if every journal is whole and breaks no promise. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Checks that no journal was changed since it was written, and that nothing in it",
                "breaks a promise of docs/reliability.md. Changes nothing; a server may be running."
            })
    static final class Verify extends Spoken {
        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Parameters(paramLabel = "APP", arity = "0..*", description = "Which apps; all if none is named.")
        private List<String> named = new ArrayList<>();

        @Override
        public Integer call() {
            try (Data data = Data.join(home.existing(), database.address())) {
                boolean well = true;
                for (AppKey app : wanted(data.journalChain().apps())) {
                    well &= verify(data, app);
                }
                return well ? 0 : 1;
            }
        }

        private List<AppKey> wanted(List<AppKey> all) {
            if (all.isEmpty()) {
                throw new Trouble("there is no journal here yet");
            }
            for (String name : named) {
                if (all.stream().noneMatch(a -> a.value().equals(name))) {
                    throw new Trouble("there is no journal of \"%s\" here, but of %s".formatted(name, all));
                }
            }
            return all.stream()
                    .filter(a -> named.isEmpty() || named.contains(a.value()))
                    .toList();
        }

        private boolean verify(Data data, AppKey app) {
            JournalChain.Found chain = data.journalChain().verify(app);
            if (chain instanceof JournalChain.Found.Broken broken) {
                out().printf("%s: entry %,d is not what was written: %s%n", app, broken.sequence(), broken.why());
                return false;
            }
            JournalAudit.Report report = new JournalAudit(data.storage()).of(app);
            for (Violation violation : report.violations()) {
                out().printf("%s: %s at %s: %s%n", app, violation.invariant(), violation.at(), violation.what());
            }
            out().printf(
                            "%s: %,d entries of %,d releases, the chain is whole; %s%n",
                            app,
                            report.entries(),
                            report.releases(),
                            report.violations().isEmpty()
                                    ? "no promise is broken"
                                    : report.violations().size() + " broken promises");
            return report.violations().isEmpty();
        }
    }
}
