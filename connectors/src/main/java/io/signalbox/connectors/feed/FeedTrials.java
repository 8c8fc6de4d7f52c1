package io.signalbox.connectors.feed;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Trial;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries out what a feed's settings name. Writes are tried on a file of its own, which clients do not look at. */
final class FeedTrials {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String PROBE = "signalbox-connect-test.txt";
    private static final String WRITE = "write to the folder";
    private static final String CONDITION = "write only if nobody else has";

    private final FeedSettings settings;
    private final Host host;

    FeedTrials(FeedSettings settings, Host host) {
        this.settings = settings;
        this.host = host;
    }

    List<Trial> tryOut(Instant now) {
        Errand errand = host.outlet().errand(TIME);
        List<Trial> trials = new ArrayList<>();
        trials.add(read(errand, now));
        trials.addAll(writes(errand, now));
        return trials;
    }

    private Trial read(Errand errand, Instant now) {
        String what = "read " + settings.channelFile();
        try {
            Optional<String> text = host.channel(errand, now).text();
            if (text.isEmpty()) {
                return Trial.works(what, "there is none yet: the first step of a version makes it");
            }
            Offer offer = Offer.of(ChannelFile.parse(text.get()), settings.file());
            if (offer.build().isEmpty()) {
                return Trial.fails(
                        what,
                        "it offers %s, which is not named %s"
                                .formatted(offer.file().path(), settings.file().template()),
                        "set how built files are named, or readings of that version fail");
            }
            return Trial.works(
                    what,
                    "it offers %s to %s".formatted(offer.version(), offer.file().share()));
        } catch (CallFailed e) {
            return Trial.fails(what, e.failure().message(), "check the folder's address");
        } catch (HostRefused e) {
            return Trial.fails(what, e.failure().message(), "check the folder's address, and the token");
        } catch (Unreadable e) {
            return Trial.fails(what, e.why(), "put the file right, or delete it: clients cannot read it either");
        }
    }

    private List<Trial> writes(Errand errand, Instant now) {
        URI probe = settings.at(PROBE);
        try {
            Response written = errand.send(body(Request.put(probe), "tried at " + now));
            if (!written.isSuccess()) {
                return List.of(Trial.fails(WRITE, written.failure().message(), "give a token that may write there"));
            }
            Response refused = errand.send(
                    body(Request.put(probe), "must not be written").header("If-Match", "\"signalbox-no-such-tag\""));
            return List.of(cleared(errand, probe), condition(refused));
        } catch (CallFailed e) {
            return List.of(Trial.fails(WRITE, e.failure().message(), "try again, or check the folder's address"));
        }
    }

    private Trial cleared(Errand errand, URI probe) throws CallFailed {
        Response deleted = errand.send(host.request(Request.delete(probe)));
        return deleted.isSuccess()
                ? Trial.works(WRITE, "a small file was written and deleted again")
                : Trial.works(WRITE, "a small file was written, and could not be deleted: %s stays".formatted(probe));
    }

    private static Trial condition(Response answer) {
        return answer.status() == 412
                ? Trial.works(CONDITION, "the host keeps to If-Match")
                : Trial.fails(
                        CONDITION,
                        "the host did not keep to If-Match: " + answer,
                        "let nobody but Signalbox write the channel file, or use a host with conditional writes");
    }

    private Request body(Request bare, String text) {
        return host.request(bare).body("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
