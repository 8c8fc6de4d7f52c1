package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up versions and submissions of one app on one platform. */
final class Shop {
    private final AppleSettings settings;
    private final AppStoreConnect api;

    Shop(AppleSettings settings, AppStoreConnect api) {
        this.settings = settings;
        this.api = api;
    }

    record Found<T>(List<T> all, Instant asOf) {}

    /** Those of these versions that are there. */
    Found<StoreVersion> versions(Errand errand, Collection<String> texts, Instant now) throws CallFailed, AppleRefused {
        return versions(errand, Map.of("filter[versionString]", String.join(",", texts)), now);
    }

    Optional<StoreVersion> version(Errand errand, String text) throws CallFailed, AppleRefused {
        return versions(errand, List.of(text), Instant.MAX).all().stream().findFirst();
    }

    /** Those that were taken back and not sent again. An app has one unfinished version at most, which stands in the way of a new one. */
    List<StoreVersion> takenBack(Errand errand) throws CallFailed, AppleRefused {
        return versions(errand, Map.of("filter[appVersionState]", "DEVELOPER_REJECTED"), Instant.MAX)
                .all();
    }

    /** Those that people, or a broken-off submission of ours, left before they were sent. */
    List<StoreVersion> unfinished(Errand errand) throws CallFailed, AppleRefused {
        return versions(errand, Map.of("filter[appVersionState]", "PREPARE_FOR_SUBMISSION"), Instant.MAX)
                .all();
    }

    private Found<StoreVersion> versions(Errand errand, Map<String, String> filter, Instant now)
            throws CallFailed, AppleRefused {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("filter[platform]", settings.platform().name());
        query.put("include", "build,appStoreVersionPhasedRelease");
        query.put("limit", "200");
        Document document = api.get(errand, "/v1/apps/" + settings.appId() + "/appStoreVersions" + Json.query(query));
        List<StoreVersion> all = new ArrayList<>();
        for (Document.Resource resource : document.all()) {
            all.add(StoreVersion.of(resource));
        }
        return new Found<>(all, document.asOf(now));
    }

    /** The submissions that are not over. */
    Found<Submission> submissions(Errand errand, Instant now) throws CallFailed, AppleRefused {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter[app]", settings.appId());
        query.put("filter[platform]", settings.platform().name());
        query.put("filter[state]", "READY_FOR_REVIEW,WAITING_FOR_REVIEW,IN_REVIEW,UNRESOLVED_ISSUES,CANCELING");
        query.put("include", "items,appStoreVersionForReview");
        query.put("limit[items]", "50");
        Document document = api.get(errand, "/v1/reviewSubmissions" + Json.query(query));
        List<Submission> all = new ArrayList<>();
        for (Document.Resource resource : document.all()) {
            all.add(Submission.of(resource));
        }
        return new Found<>(all, document.asOf(now));
    }
}
