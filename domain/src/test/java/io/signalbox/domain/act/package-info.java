/** Shows what is offered to whom. */
@org.jspecify.annotations.NullMarked
package io.signalbox.domain.act;
