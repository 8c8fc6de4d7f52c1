package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Trial;
import io.signalbox.connectors.play.Release.Status;
import io.signalbox.domain.signal.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries out what a destination at Google Play needs, up to the first thing that does not work. */
final class Trials {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final PlaySettings settings;
    private final PlayAccount account;
    private final List<Trial> found = new ArrayList<>();

    Trials(PlaySettings settings, PlayAccount account) {
        this.settings = settings;
        this.account = account;
    }

    List<Trial> all() {
        Errand errand = account.outlet().errand(WITHIN);
        String read = "read the releases of track %s of %s".formatted(settings.track(), settings.packageName());
        try {
            List<Summary> summaries = Summary.all(account.call(
                            errand,
                            Request.get(account.at("/tracks/" + PlayAccount.segment(settings.track()) + "/releases")))
                    .json());
            found.add(Trial.works(read, summaries.size() + " releases"));
            change(errand);
        } catch (PlayRefused e) {
            found.add(Trial.fails(read, e.words(), remedy(e.status())));
        } catch (CallFailed e) {
            found.add(Trial.fails(read, e.failure().message(), remedy(e.failure())));
        }
        return List.copyOf(found);
    }

    private void change(Errand errand) {
        String open = "change releases, in an edit that is thrown away";
        try (Turns.Turn _ = account.turns().ordinary(errand)) {
            Edit edit = Edit.open(account, errand);
            Track track = edit.track(settings.track());
            edit.put(track);
            found.add(Trial.works(open, "Google takes the track as it is"));
            Optional<Release> everyone = track.releases().stream()
                    .filter(r -> r.status() == Status.COMPLETED)
                    .findFirst();
            if (everyone.isPresent()) {
                halt(edit, track, everyone.get());
            }
            edit.discard();
        } catch (PlayRefused e) {
            found.add(Trial.fails(open, e.words(), remedy(e.status())));
        } catch (CallFailed e) {
            found.add(Trial.fails(open, e.failure().message(), remedy(e.failure())));
        }
    }

    /** Whether what everyone has can be halted is Google's decision, and only trying tells it. */
    private void halt(Edit edit, Track track, Release everyone) throws CallFailed {
        String halt = "halt what everyone has, in the same edit";
        try {
            edit.put(track.withChanged(everyone.halted()));
            found.add(Trial.works(
                    halt, settings.haltsAtEveryone() ? "Google takes it" : "Google takes it; it is switched off here"));
        } catch (PlayRefused e) {
            found.add(
                    settings.haltsAtEveryone()
                            ? Trial.fails(
                                    halt,
                                    e.words(),
                                    "switch it off for this destination, or a pause would be tried in vain")
                            : Trial.works(halt, "Google does not take it, and it is switched off here"));
        }
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401, 403 ->
                "invite the service account under Users and permissions in the Play Console, with the right to release this app; a"
                        + " new right may take a day";
            case 404 ->
                "compare the package name and the track with the Play Console; a new app's first release is made by hand there";
            default -> "try again later; if it stays so, ask Google with these words";
        };
    }

    private static String remedy(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED ->
                "make a new JSON key for the service account in Google Cloud, and switch the Google Play Android Developer API on there";
            case UNREACHABLE -> "let this machine reach Google over HTTPS";
            case THROTTLED -> "wait, or give Signalbox a service account of its own";
            case NONSENSE -> "look whether a proxy answers in Google's place";
        };
    }
}
