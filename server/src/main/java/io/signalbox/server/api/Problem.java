package io.signalbox.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong, as RFC 9457 has it, with every fault at its place.
 *
 * @param type a stable name
 * @param title the same in words
 * @param detail what happened, and what to do
 * @param errors each fault: a JSON pointer or header, a stable code, and words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    /** One fault. */
    public record Fault(String pointer, String code, String message) {}

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(type, title, status, detail, List.of());
    }
}
