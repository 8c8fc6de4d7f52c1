/**
 * The one way out: every call has a deadline, a budget and a breaker, goes only where it may, follows no redirect and shows no secret.
 * One {@link io.signalbox.connectors.http.Http} for a process, one {@link io.signalbox.connectors.http.Outlet} for a credential, one
 * {@link io.signalbox.connectors.http.Errand} for a piece of work.
 */
@NullMarked
package io.signalbox.connectors.http;

import org.jspecify.annotations.NullMarked;
