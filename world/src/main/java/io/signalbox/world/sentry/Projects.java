package io.signalbox.world.sentry;

import io.signalbox.world.http.Call;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The projects of the organisation, with the numbers by which the API names them. */
record Projects(List<String> slugs) {
    private static final long FIRST = 4_501;

    long id(String slug) {
        return FIRST + slugs.indexOf(slug);
    }

    /** The projects that a call is about; all when it names none. */
    Set<String> asked(Call call) {
        List<String> named = call.params("project");
        if (named.isEmpty() || named.contains("-1")) {
            return Set.copyOf(slugs);
        }
        return named.stream().map(this::slug).collect(Collectors.toSet());
    }

    private String slug(String idOrSlug) {
        return slugs.stream()
                .filter(slug -> slug.equals(idOrSlug) || Long.toString(id(slug)).equals(idOrSlug))
                .findFirst()
                .orElseThrow(() -> SentryRefusal.bad("Invalid project: " + idOrSlug));
    }
}
