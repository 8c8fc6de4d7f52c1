/**
 * What people see: pages as data, made from one snapshot so that every number on them agrees. Reads storage only; no source is ever
 * asked for a page.
 */
@NullMarked
package io.signalbox.engine.board;

import org.jspecify.annotations.NullMarked;
