package io.signalbox.world.apple;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Apple says no, with one or more errors. Clients decide on the {@code code}, a hierarchy with dots. */
final class AppleRefusal extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * One error of the answer.
     *
     * @param source the pointer into the body or the name of the parameter
     * @param associated further errors by path, for {@code meta.associatedErrors}
     */
    record Problem(
            int status,
            String code,
            String title,
            String detail,
            Optional<Source> source,
            Map<String, List<Problem>> associated) {}

    /** Where in the request the fault is. */
    record Source(String kind, String value) {}

    AppleRefusal(List<Problem> problems) {
        super(problems.getFirst().detail());
        this.problems = List.copyOf(problems);
    }

    private static AppleRefusal of(int status, String code, String title, String detail, Optional<Source> source) {
        return new AppleRefusal(List.of(new Problem(status, code, title, detail, source, Map.of())));
    }

    List<Problem> problems() {
        return problems;
    }

    int status() {
        return problems.getFirst().status();
    }

    static AppleRefusal unauthorized() {
        return of(
                401,
                "NOT_AUTHORIZED",
                "Authentication credentials are missing or invalid.",
                "Provide a properly configured and signed bearer token, and make sure that it has not expired.",
                Optional.empty());
    }

    static AppleRefusal forbidden(String detail) {
        return of(403, "FORBIDDEN_ERROR", "This request is forbidden for security reasons", detail, Optional.empty());
    }

    static AppleRefusal notFound(String type, String id) {
        return of(
                404,
                "NOT_FOUND",
                "The specified resource does not exist",
                "There is no resource of type '" + type + "' with id '" + id + "'",
                Optional.empty());
    }

    static AppleRefusal badPath(String path) {
        return of(
                404,
                "PATH_ERROR",
                "The URL path is not valid",
                "The resource '" + path + "' does not exist",
                Optional.empty());
    }

    static AppleRefusal badParameter(String name, String detail) {
        return of(
                400,
                "PARAMETER_ERROR.ILLEGAL",
                "A parameter has an invalid value",
                detail,
                Optional.of(new Source("parameter", name)));
    }

    static AppleRefusal unreadable(String detail) {
        return of(
                422,
                "ENTITY_UNPROCESSABLE",
                "The request entity is not a valid request document object",
                detail,
                Optional.empty());
    }

    static AppleRefusal required(String pointer) {
        return of(
                409,
                "ENTITY_ERROR.ATTRIBUTE.REQUIRED",
                "The provided entity is missing a required attribute",
                "You must provide a value for the attribute '" + pointer + "' with this request",
                Optional.of(new Source("pointer", pointer)));
    }

    static AppleRefusal badAttribute(String code, String attribute, String detail) {
        return of(
                409,
                "ENTITY_ERROR.ATTRIBUTE.INVALID" + code,
                "The provided entity includes an attribute with an invalid value",
                detail,
                Optional.of(new Source("pointer", "/data/attributes/" + attribute)));
    }

    static AppleRefusal badRelationship(String relationship, String detail) {
        return of(
                409,
                "ENTITY_ERROR.RELATIONSHIP.INVALID",
                "The provided entity includes a relationship with an invalid value",
                detail,
                Optional.of(new Source("pointer", "/data/relationships/" + relationship)));
    }

    static AppleRefusal state(String detail) {
        return of(
                409,
                "STATE_ERROR",
                "The request cannot be fulfilled because of the state of another resource.",
                detail,
                Optional.empty());
    }

    static AppleRefusal notReviewable(Map<String, List<Problem>> associated) {
        return new AppleRefusal(List.of(new Problem(
                409,
                "STATE_ERROR.ENTITY_STATE_INVALID",
                "appStoreVersions is not in valid state",
                "This resource cannot be reviewed, please check associated errors to see why.",
                Optional.empty(),
                associated)));
    }

    static Problem missing(String attribute) {
        return new Problem(
                409,
                "ENTITY_ERROR.ATTRIBUTE.REQUIRED",
                "The provided entity is missing a required attribute",
                "You must provide a value for the attribute '" + attribute + "' with this request",
                Optional.of(new Source("pointer", "/data/attributes/" + attribute)),
                Map.of());
    }

    static AppleRefusal tooMany() {
        return of(
                429,
                "RATE_LIMIT_EXCEEDED",
                "The request rate limit has been reached.",
                "We've received too many requests for this API. Please wait and try again or slow down your request rate.",
                Optional.empty());
    }
}
