package io.signalbox.world.apple;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a version in one language; a text that was never set is missing from the map. */
record Localization(String id, String version, String locale, Map<String, String> texts) {
    static final String WHATS_NEW = "whatsNew";

    Localization {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    Optional<String> whatsNew() {
        return Optional.ofNullable(texts.get(WHATS_NEW)).filter(text -> !text.isBlank());
    }

    Localization with(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.putAll(changed);
        return new Localization(id, version, locale, all);
    }
}
