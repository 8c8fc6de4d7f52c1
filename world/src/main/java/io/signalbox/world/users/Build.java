package io.signalbox.world.users;

/** What a user has installed. */
public record Build(String version, String number) implements Comparable<Build> {
    /** By build number, as stores and updaters decide what is newer. */
    @Override
    public int compareTo(Build other) {
        int byLength = Integer.compare(number.length(), other.number.length());
        return byLength != 0 ? byLength : number.compareTo(other.number);
    }
}
