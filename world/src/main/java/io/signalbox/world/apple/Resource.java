package io.signalbox.world.apple;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resource of JSON:API.
 *
 * @param related by the name of the relationship; asked for only when it is included
 */
record Resource(String type, String id, ObjectNode attributes, Map<String, Related> related) {

    Resource {
        related = Collections.unmodifiableMap(new TreeMap<>(related));
    }

    /**
     * The other end of a relationship, to one (with at most one element) or to many.
     *
     * @param linked whether the API tells under which address it is found
     */
    record Related(boolean many, boolean linked, Supplier<List<Resource>> resources) {
        static Related one(Supplier<List<Resource>> resource) {
            return new Related(false, true, resource);
        }

        static Related oneWithoutLink(Supplier<List<Resource>> resource) {
            return new Related(false, false, resource);
        }

        static Related many(Supplier<List<Resource>> resources) {
            return new Related(true, true, resources);
        }
    }
}
