package io.signalbox.world.users;

import java.util.List;

/** Is told by a store whenever what it offers has changed, under the world's lock. */
@FunctionalInterface
public interface Audience {
    /**
     * @param app the store's name of the app
     * @param channel the store's track, platform or file
     * @param offers everything that is offered there from now on
     */
    void offered(String app, String channel, List<Offer> offers);
}
