package io.signalbox.connectors.feed;

import io.signalbox.connectors.feed.Host.Found;
import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Response;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings effects about: reads the channel file, and writes it changed on condition that it is still as it was read. All before the write
 * has no effect.
 */
final class Effects {
    /** How often a stop reads again because somebody else has just written. */
    private static final int STOP_TRIES = 5;

    /** Others make electron-updater fail for everybody. */
    private static final Pattern SEMANTIC = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}");

    private final FeedSettings settings;
    private final Host host;
    private final BuiltFiles builtFiles;

    Effects(FeedSettings settings, Host host, BuiltFiles builtFiles) {
        this.settings = settings;
        this.host = host;
        this.builtFiles = builtFiles;
    }

    /** What is to become of the channel file. */
    private sealed interface Plan {
        record Write(ChannelFile file, String detail) implements Plan {}

        record Nothing(Reply reply) implements Plan {}
    }

    /** @param by the action, noted in the file */
    Reply bringAbout(Effect.AtDestination effect, Version version, String by, Duration within) {
        boolean stop = effect.lane() == Lane.STOP;
        Errand errand = stop ? host.outlet().stop(within) : host.outlet().errand(within);
        try {
            for (int tries = stop ? STOP_TRIES : 1; ; tries--) {
                Found found = host.channel(errand, host.outlet().clock().instant());
                Plan plan = plan(effect, version, by, errand, found);
                if (plan instanceof Plan.Nothing nothing) {
                    return nothing.reply;
                }
                Optional<Reply> reply = write(errand, found, (Plan.Write) plan);
                if (reply.isPresent()) {
                    return reply.get();
                }
                if (tries == 1) {
                    return new Reply.Refused(
                            Remedy.RETRY,
                            "somebody else has changed %s in between: nothing was written"
                                    .formatted(settings.channel()));
                }
            }
        } catch (CallFailed e) {
            return new Reply.Refused(
                    e.failure().kind() == Failure.Kind.REFUSED ? Remedy.NEEDS_PERSON : Remedy.RETRY,
                    e.failure().message());
        } catch (HostRefused e) {
            return new Reply.Refused(e.remedy(), e.text());
        } catch (Unreadable e) {
            return no("%s: %s; put it right, or delete it".formatted(settings.channel(), e.why()));
        }
    }

    /** Empty if the file has changed since it was read, so that nothing was written. */
    private Optional<Reply> write(Errand errand, Found found, Plan.Write write) {
        Response answer;
        try {
            answer = host.put(errand, found, write.file.text());
        } catch (CallFailed e) {
            return Optional.of(e.reply());
        }
        if (answer.isSuccess()) {
            return Optional.of(new Reply.Accepted(write.detail));
        }
        if (answer.status() == 412) {
            return Optional.empty();
        }
        String words = answer.failure().message();
        return Optional.of(
                answer.status() >= 500
                        ? new Reply.Silent(words)
                        : new Reply.Refused(HostRefused.remedy(answer.status()), words));
    }

    private Plan plan(Effect.AtDestination effect, Version version, String by, Errand errand, Found found)
            throws CallFailed, HostRefused, Unreadable {
        Optional<Offer> offer = found.text().isEmpty()
                ? Optional.empty()
                : Optional.of(Offer.of(ChannelFile.parse(found.text().get()), settings.file()));
        return switch (effect) {
            case Effect.Expose expose -> expose(expose, version, by, errand, offer);
            case Effect.Resume resume -> resume(resume, version, by, offer);
            case Effect.Halt _ -> halt(version, by, offer);
            case Effect.Submit _, Effect.Withdraw _ ->
                new Plan.Nothing(no("a feed has no review: there is nothing to %s".formatted(effect.name())));
        };
    }

    private Plan expose(Effect.Expose expose, Version version, String by, Errand errand, Optional<Offer> offer)
            throws CallFailed, HostRefused, Unreadable {
        Optional<Reply> impossible = impossible(expose.exposure(), version, offer);
        if (impossible.isPresent()) {
            return new Plan.Nothing(impossible.get());
        }
        String file = settings.file().of(version, expose.build());
        Optional<Built> built =
                builtFiles.compared(errand, file, expose.artifact().digest());
        if (built.isEmpty()) {
            return new Plan.Nothing(
                    no("%s is not the file that CI built (%s): find out who put it there, and upload it again"
                            .formatted(settings.at(file), expose.artifact().digest())));
        }
        Optional<ChannelFile> own = offer.map(Offer::file)
                .filter(f -> f.version().equals(version.text()))
                .filter(f ->
                        f.path().equals(file) && f.sha512().equals(built.get().sha512()));
        if (own.isPresent()) {
            return run(own.get(), expose.exposure(), by);
        }
        ChannelFile fresh = ChannelFile.fresh(
                version,
                file,
                built.get(),
                percent(expose.exposure()),
                host.outlet().clock().instant(),
                by);
        return new Plan.Write(fresh, "offered to " + expose.exposure());
    }

    private Plan resume(Effect.Resume resume, Version version, String by, Optional<Offer> offer) throws Unreadable {
        Optional<Reply> impossible = impossible(resume.exposure(), version, offer);
        if (impossible.isPresent()) {
            return new Plan.Nothing(impossible.get());
        }
        Optional<ChannelFile> own = offer.filter(o -> o.version().compareTo(version) == 0)
                .filter(o -> o.build().equals(Optional.of(resume.build())))
                .map(Offer::file);
        if (own.isEmpty()) {
            return new Plan.Nothing(no("build %s is not what %s offers: it cannot be resumed"
                    .formatted(resume.build(), settings.channel())));
        }
        return run(own.get(), resume.exposure(), by);
    }

    private static Plan run(ChannelFile own, Exposure exposure, String by) throws Unreadable {
        if (own.percent() == percent(exposure)) {
            return new Plan.Nothing(new Reply.Accepted("was so already"));
        }
        return new Plan.Write(own.running(percent(exposure), by), "set to " + exposure);
    }

    /** Whatever build of the version is on offer, it stops. */
    private static Plan halt(Version version, String by, Optional<Offer> offer) throws Unreadable {
        Optional<ChannelFile> own =
                offer.filter(o -> o.version().compareTo(version) == 0).map(Offer::file);
        if (own.isEmpty()) {
            return new Plan.Nothing(new Reply.Accepted("it is not on offer"));
        }
        return own.get().isStopped()
                ? new Plan.Nothing(new Reply.Accepted("was stopped already"))
                : new Plan.Write(own.get().stopped(by), "offered to nobody new");
    }

    private Optional<Reply> impossible(Exposure exposure, Version version, Optional<Offer> offer) {
        if (!(exposure.markets() instanceof Markets.Everywhere)) {
            return Optional.of(no("a feed cannot be limited to countries: " + exposure));
        }
        int basisPoints = exposure.share().basisPoints();
        if (basisPoints == 0 || basisPoints % 100 != 0) {
            return Optional.of(no("a feed takes whole percentages from 1 to 100, and not " + exposure));
        }
        if (!SEMANTIC.matcher(version.text()).matches()) {
            return Optional.of(no(
                    "electron-updater understands versions of three numbers only, such as 8.9.2, and not " + version));
        }
        return offer.filter(o -> o.version().isAfter(version))
                .map(o -> no("%s offers %s already, which is newer than %s"
                        .formatted(settings.channel(), o.version(), version)));
    }

    private static int percent(Exposure exposure) {
        return exposure.share().basisPoints() / 100;
    }

    private static Reply no(String why) {
        return new Reply.Refused(Remedy.NEEDS_PERSON, why);
    }
}
