package io.signalbox.storage.postgres;

import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.StorageDown;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction at a time, and what its failure means. */
final class Transactions {
    private final TransactionTemplate template;
    private final Calls calls;

    Transactions(TransactionTemplate template, Calls calls) {
        this.template = template;
        this.calls = calls;
    }

    /** @throws StorageDown if the database cannot be reached */
    void run(Runnable work) {
        calls.run(() -> template.executeWithoutResult(_ -> work.run()));
    }

    /**
     * Runs what keeps a change.
     *
     * @throws CommitUnknown if the connection broke in between
     * @throws StorageDown if there was none, or the database could not do it: nothing was kept
     */
    Commit commit(Supplier<Commit> work) {
        try {
            return Objects.requireNonNull(template.execute(_ -> work.get()));
        } catch (CannotCreateTransactionException e) {
            throw calls.told(e);
        } catch (TransactionSystemException e) {
            Throwable within = e.getApplicationException();
            // A roll-back that fails after something else did hides what did; a commit that fails hides nothing.
            return within instanceof DataAccessException failed ? failed(failed) : uncommitted(e);
        } catch (DataAccessException e) {
            return failed(e);
        }
    }

    private Commit uncommitted(TransactionSystemException e) {
        return switch (Fault.of(e)) {
            case CONTENDED -> contended(e);
            case UNABLE -> throw calls.told(e);
            case TAKEN, LOST, OTHER -> throw inDoubt(e);
        };
    }

    private Commit failed(DataAccessException e) {
        return switch (Fault.of(e)) {
            case TAKEN -> taken(e);
            case CONTENDED -> contended(e);
            case LOST -> throw inDoubt(e);
            case UNABLE, OTHER -> throw calls.told(e);
        };
    }

    private static Commit contended(RuntimeException e) {
        return new Commit.Conflict("others were at the same rows: " + e.getMessage());
    }

    private static CommitUnknown inDoubt(RuntimeException e) {
        return new CommitUnknown("the connection to the database was lost during a commit: " + e.getMessage(), e);
    }

    private static Commit taken(RuntimeException e) {
        String constraint = Fault.constraint(e).orElseThrow(() -> e);
        return switch (constraint) {
            case "command_pkey" -> new Commit.Repeated();
            case "action_lane" -> new Commit.Conflict("a lane holds one unresolved action: " + e.getMessage());
            default -> new Commit.Conflict("it is on record already (%s): %s".formatted(constraint, e.getMessage()));
        };
    }
}
