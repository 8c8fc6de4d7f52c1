package io.signalbox.domain.robot;

import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.AskRule;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks a person where the policy says that a rule cannot decide. Each thing is asked once for a candidate. */
final class Asking {
    private Asking() {}

    static List<Question> newQuestions(TrackPicture picture, Instant now) {
        Optional<Candidate> candidate = picture.track().candidate();
        if (candidate.isEmpty()
                || !picture.track().anyOut()
                || picture.track().course().ended()) {
            return List.of();
        }
        List<Question> asked = new ArrayList<>();
        for (AskRule rule : picture.process().asks()) {
            switch (rule) {
                case AskRule.RegionalCrash regional -> asked.addAll(regional(picture, regional, candidate.get(), now));
            }
        }
        return asked;
    }

    private static List<Question> regional(
            TrackPicture picture, AskRule.RegionalCrash rule, Candidate candidate, Instant now) {
        SignalKey key = new SignalKey(SignalKind.HEALTH, rule.ring().value());
        if (!(picture.look(key, HealthReading.class, now) instanceof Evidence.Fresh<HealthReading> fresh)) {
            return List.of();
        }
        List<Question> asked = new ArrayList<>();
        List<HealthReading.CountryCrashes> countries = fresh.reading().crashesByCountry();
        long all = countries.stream()
                .mapToLong(HealthReading.CountryCrashes::crashes)
                .sum();
        for (HealthReading.CountryCrashes country : countries) {
            boolean many = country.crashes() >= rule.leastCrashes();
            boolean gathered = country.crashes() * 100 >= all * rule.leastPercent();
            String id = "regional-crash-%s-%s"
                    .formatted(
                            country.country().toLowerCase(Locale.ROOT),
                            candidate.title().replace(" ", "").toLowerCase(Locale.ROOT));
            if (many && gathered && picture.track().said().question(id).isEmpty()) {
                Question.Topic topic =
                        new Question.RegionalCrash(country.country(), country.crashes(), all, fresh.asOf());
                asked.add(new Question(id, topic, candidate.commit(), now, Optional.empty()));
            }
        }
        return asked;
    }
}
