package io.signalbox.server.access;

import io.signalbox.domain.actor.Actor;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.access.Access.Grant;
import io.signalbox.engine.access.Access.Kind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives out secrets and knows them again. Expiry goes by the machine's clock, not by business time. Thread-safe. */
public final class Doorkeeper {
    public static final Duration LINK_LASTS = Duration.ofMinutes(30);
    public static final Duration SESSION_LASTS = Duration.ofHours(12);
    public static final Duration TOKEN_LASTS = Duration.ofDays(90);

    private final Access access;
    private final InstantSource machineClock;
    private final SecureRandom random = new SecureRandom();

    public Doorkeeper(Access access, InstantSource machineClock) {
        this.access = access;
        this.machineClock = machineClock;
    }

    /** A secret that opens one session, once, within half an hour. */
    public String link(Actor actor) {
        return give(Kind.LINK, actor, LINK_LASTS);
    }

    /** A token for {@code Authorization: Bearer}. */
    public String token(Actor actor) {
        return give(Kind.TOKEN, actor, TOKEN_LASTS);
    }

    /** Turns a link into a session, if nobody did before. */
    public Optional<String> open(String link) {
        return known(link, Kind.LINK)
                .flatMap(_ -> access.take(Secrets.hash(link)))
                .map(g -> give(Kind.SESSION, g.actor(), SESSION_LASTS));
    }

    private String give(Kind kind, Actor actor, Duration lasts) {
        String secret = Secrets.make(random);
        Instant now = machineClock.instant();
        access.keep(new Grant(Secrets.hash(secret), kind, actor, now, now.plus(lasts)));
        return secret;
    }

    /** Whose secret this is. */
    public Optional<Actor> known(String secret, Kind kind) {
        return access.find(Secrets.hash(secret))
                .filter(g -> g.kind() == kind && alive(g))
                .map(Grant::actor);
    }

    public void close(String session) {
        access.take(Secrets.hash(session));
    }

    /**
     * A token without its secret, which nobody has but its owner.
     *
     * @param id tells it from the others, and opens nothing
     */
    public record Token(String id, Actor actor, Instant made, Instant expires) {
        private static final int DIGITS = 12;

        static Token of(Grant grant) {
            return new Token(grant.hash().substring(0, DIGITS), grant.actor(), grant.createdAt(), grant.expiresAt());
        }
    }

    /** Every token that opens something, oldest first. */
    public List<Token> tokens() {
        return grants().map(Token::of).toList();
    }

    /** Takes a token back, at once; empty if there is none of this id. */
    public Optional<Token> revoke(String id) {
        return grants().filter(g -> Token.of(g).id().equals(id))
                .findFirst()
                .flatMap(g -> access.take(g.hash()))
                .map(Token::of);
    }

    private Stream<Grant> grants() {
        return access.all().stream()
                .filter(g -> g.kind() == Kind.TOKEN && alive(g))
                .sorted(Comparator.comparing(Grant::createdAt).thenComparing(Grant::hash));
    }

    private boolean alive(Grant grant) {
        return machineClock.instant().isBefore(grant.expiresAt());
    }
}
