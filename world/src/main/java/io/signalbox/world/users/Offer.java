package io.signalbox.world.users;

import java.util.List;

/**
 * A build that a store offers.
 *
 * @param share the share of users who are offered it, from 0 to 1; with 0 those who have it keep it
 * @param countries where alone it is offered; empty means everywhere
 */
public record Offer(String version, String build, double share, List<String> countries) {
    public Offer {
        countries = List.copyOf(countries);
    }
}
