package io.signalbox.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opens a session by a one-time link, and closes it. */
@RestController
class Doors {
    private final Doorkeeper doorkeeper;

    Doors(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /** Whoever has the link has the session; then the link is worth nothing. */
    @GetMapping("/open")
    ResponseEntity<String> open(@RequestParam String link, HttpServletRequest request) {
        Optional<String> session = doorkeeper.open(link);
        if (session.isEmpty()) {
            return ResponseEntity.status(HttpStatus.GONE)
                    .body("This link was used before or is older than half an hour. Make a new one: signalbox link");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(session.get(), Doorkeeper.SESSION_LASTS, request).toString())
                .header("Referrer-Policy", "no-referrer")
                .location(URI.create(request.getContextPath() + "/"))
                .build();
    }

    @PostMapping("/close")
    ResponseEntity<Void> close(HttpServletRequest request) {
        AccessFilter.session(request).ifPresent(doorkeeper::close);
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie("", Duration.ZERO, request).toString())
                .build();
    }

    private static ResponseCookie cookie(String value, Duration lasts, HttpServletRequest request) {
        return ResponseCookie.from(AccessFilter.COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(lasts)
                .build();
    }
}
