/**
 * Stored JSON: how the values of the domain, and others made like them, are kept and read again after years. Each kind of value has
 * a version of its own; what an older program wrote is brought up to date as it is read. Knows no database.
 */
@NullMarked
package io.signalbox.codec.json;

import org.jspecify.annotations.NullMarked;
