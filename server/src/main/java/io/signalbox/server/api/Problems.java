package io.signalbox.server.api;

import io.signalbox.engine.storage.StorageDown;
import io.signalbox.server.live.Notices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error of the API as a problem. What we did wrong is logged, and told without its insides. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused e) {
        return answer(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            String known = String.join(
                    ", ",
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList());
            return answer(fault(
                    pointer(unknown),
                    "unknown-field",
                    "unknown field \"%s\"; known here: %s".formatted(unknown.getPropertyName(), known)));
        }
        if (e.getCause() instanceof MismatchedInputException mistyped
                && !mistyped.getPath().isEmpty()) {
            return answer(fault(pointer(mistyped), "wrong-type", "this is not " + wanted(mistyped.getTargetType())));
        }
        String what = e.getCause() instanceof JacksonException json
                ? json.getOriginalMessage()
                : "the body is missing or is not JSON";
        return answer(new Problem(
                "unreadable",
                "The body cannot be read",
                400,
                what,
                List.of(new Problem.Fault("", "unreadable", what))));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-01-31T09:00:00Z";
        }
        return type == null
                ? "a valid value"
                : "a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Where in the body, as a JSON pointer: {@code /notes/0/locale}. */
    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(r -> "/" + (r.getPropertyName() == null ? String.valueOf(r.getIndex()) : r.getPropertyName()))
                .collect(Collectors.joining());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException e) {
        return answer(
                fault(e.getName(), "wrong-type", "\"%s\" is not a valid %s".formatted(e.getValue(), e.getName())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException e) {
        return answer(
                fault(e.getParameterName(), "missing", "parameter \"%s\" is missing".formatted(e.getParameterName())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException e) {
        return answer(fault(e.getHeaderName(), "missing", "header \"%s\" is missing".formatted(e.getHeaderName())));
    }

    private static Problem fault(String pointer, String code, String message) {
        return new Problem(
                "invalid",
                "The request is not valid",
                422,
                message,
                List.of(new Problem.Fault(pointer, code, message)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> nothing(NoResourceFoundException e) {
        return answer(Problem.of(404, "not-found", "Not found", "There is nothing at /" + e.getResourcePath() + "."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException e) {
        return answer(Problem.of(405, "method-not-allowed", "Method not allowed", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException e) {
        return answer(Problem.of(415, "not-json", "Only JSON is understood", String.valueOf(e.getMessage())));
    }

    /** Not ours and not the caller's: it is told as it is, and whoever waits may be answered. */
    @ExceptionHandler
    ResponseEntity<Problem> away(StorageDown e) {
        LOG.warn("A request found the database away: {}", e.getMessage());
        return answer(Problem.of(
                503,
                "database-away",
                "The database cannot be used",
                e.getMessage()
                        + " Ask again in some seconds. A command with the same Idempotency-Key is carried out once,"
                        + " however often it is given."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooMany(Notices.TooManyReaders e) {
        return answer(
                Problem.of(503, "too-many-readers", "Too many open pages", "Ask for the overview every 30 s instead."));
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("A reader went away.", e);
    }

    @ExceptionHandler
    ResponseEntity<Problem> ours(RuntimeException e) {
        LOG.error("A request failed.", e);
        return answer(Problem.of(500, "internal", "We are wrong", "This is a fault of Signalbox. Its log tells more."));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }
}
