package io.signalbox.world.github;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Pages;
import io.signalbox.world.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A listing as GitHub pages it: {@code per_page} up to 100, {@code page} from 1, and a {@code Link} header. */
final class Listing {
    private Listing() {}

    static Reply of(Call call, String field, List<ObjectNode> all) {
        int size = Math.clamp(call.number("per_page", 30), 1, 100);
        int page = Math.max(1, call.number("page", 1));
        Pages<ObjectNode> items = Pages.of(call, all, (page - 1) * size, size);
        ObjectNode body = Json.object().put("total_count", all.size());
        body.set(field, Json.array(items.items()));
        Reply reply = Reply.json(200, body);
        String link = link(call, page, Math.max(1, (all.size() + size - 1) / size));
        return link.isEmpty() ? reply : reply.with("Link", link);
    }

    private static String link(Call call, int page, int last) {
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(to(call, page - 1, "prev"));
        }
        if (page < last) {
            links.add(to(call, page + 1, "next"));
            links.add(to(call, last, "last"));
        }
        if (page > 1) {
            links.add(to(call, 1, "first"));
        }
        return String.join(", ", links);
    }

    private static String to(Call call, int page, String relation) {
        StringBuilder url = new StringBuilder(call.base()).append(call.path()).append('?');
        call.query().forEach((name, values) -> {
            if (!name.equals("page")) {
                values.forEach(value -> url.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
            }
        });
        return "<" + url.append("page=").append(page) + ">; rel=\"" + relation + "\"";
    }
}
