package io.signalbox.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** What a caller who is not known is told. */
public final class Unknown implements AuthenticationEntryPoint {
    private static final String PROBLEM = """
            {"type":"unknown-caller","title":"Who are you?","status":401,\
            "detail":"Send Authorization: Bearer TOKEN (signalbox token create), or open a link in the browser (signalbox link)."}""";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.getWriter().write(PROBLEM);
    }
}
