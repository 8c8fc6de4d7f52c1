package io.signalbox.domain.app;

import java.util.List;

final class CountryCodes {
    private CountryCodes() {}

    static List<String> checked(List<String> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a list of countries must not be empty");
        }
        for (String code : codes) {
            if (!code.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("country \"%s\": use an ISO 3166-1 code such as SE".formatted(code));
            }
        }
        return codes.stream().distinct().sorted().toList();
    }
}
