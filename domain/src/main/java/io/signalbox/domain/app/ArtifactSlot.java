package io.signalbox.domain.app;

/** Which of a candidate's artifacts: an OS or a flavour, such as {@code android}, {@code windows}, {@code macos}. */
public record ArtifactSlot(String value) implements Comparable<ArtifactSlot> {
    public ArtifactSlot {
        Key.checked("artifact slot", value);
    }

    @Override
    public int compareTo(ArtifactSlot other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
