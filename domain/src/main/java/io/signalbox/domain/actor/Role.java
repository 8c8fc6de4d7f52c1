package io.signalbox.domain.actor;

/** What somebody may do, roughly; the exact answer for a state comes from {@code domain.act}. */
public enum Role {
    VIEWER,
    TEAM_MEMBER,
    RELEASE_MANAGER,
    ADMIN,
    SERVICE,
    ROBOT
}
