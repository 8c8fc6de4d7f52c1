/** PostgreSQL behind the engine's ports. Decides nothing: what it keeps and what it gives back are the engine's own values. */
@NullMarked
package io.signalbox.storage;

import org.jspecify.annotations.NullMarked;
