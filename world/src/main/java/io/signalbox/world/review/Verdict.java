package io.signalbox.world.review;

/** What reviewers decide about a submission. */
public sealed interface Verdict {
    record Approved() implements Verdict {}

    /** The build is refused: a new one is needed. */
    record BinaryRejected(String reason) implements Verdict {}

    /** Only what stands around the build is refused. A store without this distinction takes it for a rejection. */
    record MetadataRejected(String reason) implements Verdict {}
}
