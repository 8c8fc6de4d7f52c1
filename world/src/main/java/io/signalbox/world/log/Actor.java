package io.signalbox.world.log;

/** Who made something happen. */
public sealed interface Actor {
    /**
     * A program with a credential, through the vendor's API.
     *
     * @param credential the name under which the world's owner knows the credential; never the secret itself
     * @param request the number of the request that did it
     */
    record Api(String credential, long request) implements Actor {}

    /** A person, in the vendor's console or at a keyboard. */
    record Person(String name) implements Actor {}

    /** The vendor by itself: a reviewer's verdict, a schedule, a finished job. */
    record Itself() implements Actor {}

    /** The vendor by itself. */
    static Actor itself() {
        return new Itself();
    }

    /** A person by name. */
    static Actor person(String name) {
        return new Person(name);
    }
}
