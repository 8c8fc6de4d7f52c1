package io.signalbox.world.http;

/** A vendor's HTTP face: the thin skin over its model. Called with the world's lock held, so a call is one step. */
@FunctionalInterface
public interface Api {
    Reply answer(Call call);
}
