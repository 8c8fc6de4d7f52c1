/** The port to what is kept: claim, read, commit. One commit is one transition; no transaction is open across the port. */
@NullMarked
package io.signalbox.engine.storage;

import org.jspecify.annotations.NullMarked;
