package io.signalbox.domain.app;

/** Who is offered a version by a destination: a share of the people in some markets. */
public record Exposure(Share share, Markets markets) {
    public static final Exposure EVERYONE = new Exposure(Share.EVERYONE, new Markets.Everywhere());

    public static Exposure of(Share share) {
        return new Exposure(share, new Markets.Everywhere());
    }

    public boolean isEveryone() {
        return share.isEveryone() && markets instanceof Markets.Everywhere;
    }

    @Override
    public String toString() {
        return switch (markets) {
            case Markets.Everywhere _ -> share.toString();
            case Markets.Only only -> share + " in " + String.join(", ", only.countries());
            case Markets.AllBut but -> share + " outside " + String.join(", ", but.countries());
        };
    }
}
