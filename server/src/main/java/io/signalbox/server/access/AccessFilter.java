package io.signalbox.server.access;

import io.signalbox.domain.actor.Actor;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.storage.StorageDown;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Knows callers by a bearer token or by the session cookie. A session may change something only from our own pages: browsers say
 * where a request comes from, and one that does not say is treated as foreign.
 */
public final class AccessFilter extends OncePerRequestFilter {
    public static final String COOKIE = "signalbox-session";

    private final Doorkeeper doorkeeper;
    private final HandlerExceptionResolver problems;

    /** @param problems tells callers what went wrong, as it does where requests are handled */
    public AccessFilter(Doorkeeper doorkeeper, HandlerExceptionResolver problems) {
        this.doorkeeper = doorkeeper;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        try {
            caller = byToken(request).or(() -> bySession(request));
        } catch (StorageDown e) {
            // Who calls is not known, and is no stranger for that.
            problems.resolveException(request, response, null, e);
            return;
        }
        caller.ifPresent(c -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(c);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** What is open to everybody asks nobody who they are: pages load though nobody can be known just now. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private Optional<Caller> byToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            return Optional.empty();
        }
        Optional<Actor> actor =
                doorkeeper.known(header.substring("Bearer ".length()).strip(), Access.Kind.TOKEN);
        return actor.map(a -> new Caller(a, "api"));
    }

    private Optional<Caller> bySession(HttpServletRequest request) {
        if (changes(request) && !fromOurPages(request)) {
            return Optional.empty();
        }
        return session(request)
                .flatMap(secret -> doorkeeper.known(secret, Access.Kind.SESSION))
                .map(a -> new Caller(a, "web"));
    }

    static Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static boolean changes(HttpServletRequest request) {
        return Stream.of("GET", "HEAD", "OPTIONS").noneMatch(request.getMethod()::equals);
    }

    private static boolean fromOurPages(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Event streams are dispatched again when they end; who called is still known then. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
