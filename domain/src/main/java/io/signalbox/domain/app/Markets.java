package io.signalbox.domain.app;

import java.util.List;

/** Where an exposure applies. Countries are ISO 3166-1 alpha-2 codes, sorted, upper case. */
public sealed interface Markets {
    /** Every country in which the app is offered. */
    record Everywhere() implements Markets {
        @Override
        public String toString() {
            return "everywhere";
        }
    }

    /** These countries only. */
    record Only(List<String> countries) implements Markets {
        public Only {
            countries = CountryCodes.checked(countries);
        }
    }

    /** The rest of the world: every country but these. */
    record AllBut(List<String> countries) implements Markets {
        public AllBut {
            countries = CountryCodes.checked(countries);
        }
    }
}
