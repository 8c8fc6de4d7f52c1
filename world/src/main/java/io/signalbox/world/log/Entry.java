package io.signalbox.world.log;

import java.time.Instant;

/**
 * One entry of the log.
 *
 * @param seq position in the total order, from 1 without gaps
 * @param at the virtual instant
 */
public record Entry(long seq, Instant at, Vendor vendor, Kind kind, Detail detail) {

    /** What sort of entry it is; for changes, who caused them. */
    public enum Kind {
        /** A request was answered or dropped. */
        REQUEST,
        /** A program changed something through an API. */
        EFFECT,
        /** A program or person asked for what already was so; nothing changed. */
        NO_CHANGE,
        /** A person changed something. */
        PERSON,
        /** A vendor changed something by itself. */
        STORE,
        /** A planned fault came about. */
        FAULT
    }

    static Kind kindOf(Detail detail) {
        return switch (detail) {
            case Detail.Request request -> Kind.REQUEST;
            case Detail.Fault fault -> Kind.FAULT;
            case Detail.NoChange none -> Kind.NO_CHANGE;
            case Detail.Exposure exposure -> kindOf(exposure.by());
            case Detail.Wanted wanted -> kindOf(wanted.by());
            case Detail.Review review -> kindOf(review.by());
            case Detail.Artifact artifact -> kindOf(artifact.by());
            case Detail.Changed changed -> kindOf(changed.by());
            case Detail.FileChanged file -> kindOf(file.by());
            case Detail.RefMoved ref -> kindOf(ref.by());
            case Detail.Job job -> kindOf(job.by());
            case Detail.IssueChanged issue -> kindOf(issue.by());
        };
    }

    private static Kind kindOf(Actor actor) {
        return switch (actor) {
            case Actor.Api api -> Kind.EFFECT;
            case Actor.Person person -> Kind.PERSON;
            case Actor.Itself itself -> Kind.STORE;
        };
    }
}
