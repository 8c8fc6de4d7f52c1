package io.signalbox.connectors.git;

/**
 * How much of a repository is read, so that one of any size is read in seconds.
 *
 * @param onMain how many commits of main are listed at most
 * @param onBranch how many commits of a release branch are listed at most
 * @param steps how far back along main the place is looked for where a branch left it
 * @param paths how many paths of one commit are listed at most
 * @param kept how many commits' details are kept in memory, about
 */
public record Limits(int onMain, int onBranch, int steps, int paths, int kept) {
    public static final Limits USUAL = new Limits(2000, 1000, 50_000, 300, 20_000);

    public Limits {
        if (onMain < 1 || onBranch < 1 || steps < 1 || paths < 1 || kept < 1) {
            throw new IllegalArgumentException("limits of a repository are at least 1");
        }
    }
}
