package io.signalbox.domain.track;

import java.util.List;
import java.util.Optional;

/**
 * What goes to a store beside the build.
 *
 * @param revision raised by each change; 0 as long as nobody wrote anything
 * @param notes one for each locale, sorted by locale
 * @param answers the obligatory answers (export, privacy, age rating, screenshots), sorted by name
 */
public record SubmissionPackage(int revision, List<Note> notes, List<Answer> answers) {
    public static final SubmissionPackage NOTHING = new SubmissionPackage(0, List.of(), List.of());

    public SubmissionPackage {
        notes = List.copyOf(notes);
        answers = List.copyOf(answers);
    }

    /** @param locale BCP 47, such as {@code en-US} */
    public record Note(String locale, String text) {}

    public record Answer(String name, boolean given) {}

    public Optional<Note> note(String locale) {
        return notes.stream().filter(n -> n.locale().equals(locale)).findFirst();
    }

    public boolean answered(String name) {
        return answers.stream().anyMatch(a -> a.name().equals(name) && a.given());
    }
}
