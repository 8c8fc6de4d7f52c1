package io.signalbox.world.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the handler of a call. A pattern such as {@code /edits/{edit}:commit} is matched against the whole path; a name in braces
 * matches one segment, {@code {name...}} one or more. The first route that fits wins.
 */
public final class Router {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(\\.\\.\\.)?}");
    private final List<Route> routes = new ArrayList<>();

    /** Answers one kind of call. */
    @FunctionalInterface
    public interface Handler {
        /** @param path the values of the pattern's variables by name */
        Reply answer(Call call, Map<String, String> path);
    }

    public Router on(String method, String pattern, Handler handler) {
        routes.add(Route.of(method, pattern, handler));
        return this;
    }

    /** The answer of the first route that fits, or empty when none does. */
    public Optional<Reply> route(Call call) {
        for (Route route : routes) {
            if (route.method.equals(call.method())) {
                Matcher matcher = route.path.matcher(call.path());
                if (matcher.matches()) {
                    return Optional.of(route.handler.answer(call, route.values(matcher)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether some route fits the path with another method. */
    public boolean knows(String path) {
        return routes.stream().anyMatch(route -> route.path.matcher(path).matches());
    }

    private record Route(String method, Pattern path, List<String> names, Handler handler) {
        static Route of(String method, String pattern, Handler handler) {
            List<String> names = new ArrayList<>();
            StringBuilder regex = new StringBuilder();
            Matcher variable = VARIABLE.matcher(pattern);
            int end = 0;
            while (variable.find()) {
                regex.append(Pattern.quote(pattern.substring(end, variable.start())));
                regex.append(variable.group(2) == null ? "([^/]+?)" : "(.+?)");
                names.add(variable.group(1));
                end = variable.end();
            }
            regex.append(Pattern.quote(pattern.substring(end)));
            return new Route(method, Pattern.compile(regex.toString()), List.copyOf(names), handler);
        }

        Map<String, String> values(Matcher matcher) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return values;
        }
    }
}
