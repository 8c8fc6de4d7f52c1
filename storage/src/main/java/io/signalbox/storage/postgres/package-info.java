/**
 * The engine's storage in PostgreSQL: SQL as text beside what it is mapped to. Rules that can be constraints are constraints. Knows
 * the shapes of what it keeps, and concludes nothing from them.
 */
@NullMarked
package io.signalbox.storage.postgres;

import org.jspecify.annotations.NullMarked;
