/** Every point of a track's decision, and the laws that hold at each. */
@org.jspecify.annotations.NullMarked
package io.signalbox.domain.robot.enumeration;
