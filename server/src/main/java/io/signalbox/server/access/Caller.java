package io.signalbox.server.access;

import io.signalbox.domain.actor.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller who is known. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final String channel;

    Caller(Actor actor, String channel) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name())));
        this.actor = actor;
        this.channel = channel;
        setAuthenticated(true);
    }

    public Actor actor() {
        return actor;
    }

    /** {@code web} for a session, {@code api} for a token. */
    public String channel() {
        return channel;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return actor;
    }
}
