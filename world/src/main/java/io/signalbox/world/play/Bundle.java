package io.signalbox.world.play;

/** An app bundle in the library of artifacts. */
record Bundle(long code, String version, String sha256, String commit) {}
