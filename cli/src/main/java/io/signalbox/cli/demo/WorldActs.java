package io.signalbox.cli.demo;

import io.signalbox.cli.scenario.Cast;
import io.signalbox.world.World;
import io.signalbox.world.WorldApp;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.gate.Faults;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.play.PlayConsole;
import io.signalbox.world.review.Verdict;
import io.signalbox.world.users.CrashRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person who watches the demo may do to the outside. */
final class WorldActs {
    private static final String PERSON = "You";

    private final Cast cast;
    private final Map<Vendor, Faults.Planned> down = new LinkedHashMap<>();

    WorldActs(Cast cast) {
        this.cast = cast;
    }

    /**
     * Something that can be done now.
     *
     * @param group in whose place
     */
    record Offer(String id, String group, String label, Runnable act) {}

    synchronized List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (String key : world().jira().openIssues()) {
            offers.add(new Offer(
                    "close-" + key,
                    "Tracker",
                    "Close " + key,
                    () -> world().jira().console(PERSON).close(key)));
        }
        offers.add(new Offer(
                "approve-play",
                "Reviewers",
                "Google approves now",
                () -> world().play().reviews(app().playPackage()).decideAt(now(), new Verdict.Approved())));
        offers.add(new Offer(
                "approve-apple",
                "Reviewers",
                "Apple approves now",
                () -> world().apple().reviews(app().appleId()).decideAt(now(), new Verdict.Approved())));
        offers.add(new Offer(
                "reject-apple-words",
                "Reviewers",
                "Apple rejects the words",
                () -> world().apple()
                        .reviews(app().appleId())
                        .decideAt(
                                now(),
                                new Verdict.MetadataRejected("Guideline 2.3: a screenshot shows another app."))));
        offers.add(new Offer(
                "play-raise",
                "Consoles",
                "Somebody raises Android to 5 %",
                () -> console().rollOut("production", 0.05)));
        offers.add(new Offer(
                "play-halt",
                "Consoles",
                "Somebody halts Android",
                () -> console().halt("production")));
        offers.add(new Offer(
                "crash-android",
                "Users",
                "Android begins to crash",
                () -> world().users().crash(CrashRate.of("player-android", 0.02).inVersion("8.9.2"))));
        for (Vendor vendor : List.of(Vendor.SENTRY, Vendor.JIRA, Vendor.GITHUB, Vendor.PLAY, Vendor.APPLE)) {
            offers.add(outage(vendor));
        }
        return offers;
    }

    private World world() {
        return cast.world();
    }

    private WorldApp app() {
        return cast.app();
    }

    private Instant now() {
        return cast.world().now();
    }

    private PlayConsole console() {
        return world().play().console(app().playPackage(), PERSON);
    }

    private static String name(Vendor vendor) {
        return switch (vendor) {
            case PLAY -> "Google Play";
            case APPLE -> "The App Store";
            case GITHUB -> "GitHub";
            default ->
                vendor.prefix().substring(0, 1).toUpperCase(Locale.ROOT)
                        + vendor.prefix().substring(1);
        };
    }

    private Offer outage(Vendor vendor) {
        String id = "outage-" + vendor.prefix();
        Faults.Planned planned = down.get(vendor);
        if (planned != null) {
            return new Offer(id, "Outages", name(vendor) + " comes back", () -> {
                planned.remove();
                down.remove(vendor);
            });
        }
        return new Offer(
                id,
                "Outages",
                name(vendor) + " goes down",
                () -> down.put(vendor, world().faults().add(FaultRule.on(vendor, Fault.status(503)))));
    }

    /** Does what was offered; says why not if it cannot be done now. */
    synchronized Optional<String> perform(String id) {
        Optional<Offer> offer = offers().stream().filter(o -> o.id().equals(id)).findFirst();
        if (offer.isEmpty()) {
            return Optional.of("That is not possible any more.");
        }
        try {
            offer.get().act().run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
