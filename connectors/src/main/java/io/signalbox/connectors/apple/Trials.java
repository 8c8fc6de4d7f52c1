package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.signal.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tries out what a destination at the App Store needs, up to the first thing that does not work. Changes nothing. */
final class Trials {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final AppleSettings settings;
    private final AppStoreConnect api;
    private final Shop shop;

    Trials(AppleSettings settings, AppStoreConnect api, Shop shop) {
        this.settings = settings;
        this.api = api;
        this.shop = shop;
    }

    List<Trial> all() {
        List<Trial> found = new ArrayList<>();
        Errand errand = api.outlet().errand(WITHIN);
        String what = "read app " + settings.appId();
        try {
            Document app = api.get(errand, "/v1/apps/" + settings.appId());
            found.add(Trial.works(what, app.one().text("bundleId")));
            AppStoreConnect.quota(app.response())
                    .ifPresent(q -> found.add(Trial.works(
                            "stay within Apple's limit",
                            "%d of %d calls left this hour".formatted(q.left(), q.limit()))));
            what = "read what is in review";
            int open = shop.submissions(errand, Instant.MAX).all().size();
            found.add(Trial.works(what, open == 0 ? "nothing" : open + " review submissions are open"));
            what = "have no unfinished version in the way";
            found.add(unfinished(what, shop.unfinished(errand)));
        } catch (AppleRefused e) {
            found.add(Trial.fails(what, e.words(), remedy(e.status())));
        } catch (CallFailed e) {
            found.add(Trial.fails(what, e.failure().message(), remedy(e.failure())));
        }
        return List.copyOf(found);
    }

    /** What people began in App Store Connect is not touched. */
    private static Trial unfinished(String what, List<StoreVersion> versions) {
        return versions.stream()
                .findFirst()
                .map(v -> Trial.fails(
                        what,
                        "version %s is %s".formatted(v.text(), v.state()),
                        "unless it is the next version itself, rename or delete it in App Store Connect"))
                .orElseGet(() -> Trial.works(what, "there is none"));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 ->
                "compare issuer id and key id with Users and Access in App Store Connect; a revoked key must be replaced";
            case 403 ->
                "give the key the role App Manager in App Store Connect, and look for an agreement that waits to be signed";
            case 404 -> "compare the app's number with the Apple ID in App Store Connect";
            default -> "try again later; if it stays so, ask Apple with these words";
        };
    }

    private static String remedy(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> "give the .p8 file as it was downloaded from App Store Connect";
            case UNREACHABLE -> "let this machine reach Apple over HTTPS";
            case THROTTLED -> "wait, or give Signalbox a key of its own";
            case NONSENSE -> "look whether a proxy answers in Apple's place";
        };
    }
}
