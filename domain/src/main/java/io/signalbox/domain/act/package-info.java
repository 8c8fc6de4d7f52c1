/**
 * What people and services may do now, and what it makes of a subject. One function answers for web, API, CLI and chat alike, so
 * that nothing is offered that would be refused. A command only changes facts: it never decides and never sends.
 */
@NullMarked
package io.signalbox.domain.act;

import org.jspecify.annotations.NullMarked;
