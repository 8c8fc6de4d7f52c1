package io.signalbox.world;

import io.signalbox.world.apple.AppStore;
import io.signalbox.world.apple.AppleApi;
import io.signalbox.world.ci.Ci;
import io.signalbox.world.ci.Upload;
import io.signalbox.world.feed.FeedApi;
import io.signalbox.world.feed.FeedHost;
import io.signalbox.world.gate.Faults;
import io.signalbox.world.gate.Gate;
import io.signalbox.world.gate.Interceptor;
import io.signalbox.world.git.Developer;
import io.signalbox.world.git.GitHost;
import io.signalbox.world.git.VersionFile;
import io.signalbox.world.github.GitHub;
import io.signalbox.world.http.Listener;
import io.signalbox.world.jira.Jira;
import io.signalbox.world.jira.JiraApi;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.play.PlayApi;
import io.signalbox.world.play.PlayStore;
import io.signalbox.world.sentry.SentryApi;
import io.signalbox.world.time.Timeline;
import io.signalbox.world.users.Build;
import io.signalbox.world.users.Users;
import io.signalbox.world.vitals.VitalsApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All vendors and users of some apps, served on one loopback port in virtual time. The owner moves the time, plays the people and
 * plans the faults; a product under test is given {@link #base} addresses and credentials from {@link #keys} and cannot tell the
 * world from the real one. Thread-safe.
 */
public final class World implements AutoCloseable {
    /** The account of the git host, and the organisation at Sentry. */
    public static final String OWNER = "example";

    /** How many builds the live version took; its last one is what users have. */
    private static final int BUILDS_OF_LIVE = 7;

    private static final Developer FOUNDER = new Developer("Signe Founder", "signe@example.com", "platform");

    private final List<WorldApp> apps;
    private final Timeline time;
    private final EffectLog log;
    private final Faults faults = new Faults();
    private final Keys keys;
    private final GitHost git;
    private final Ci ci;
    private final PlayStore play;
    private final PlayApi playApi;
    private final AppStore apple;
    private final FeedHost feed;
    private final Users users;
    private final Crowds crowds;
    private final SentryApi sentry;
    private final Jira jira;
    private final GitHub gitHub;
    private final Gate gate;
    private final Listener listener;

    private World(WorldSettings settings) {
        time = new Timeline(settings.start());
        log = new EffectLog(time::now, settings.logFile());
        keys = new Keys(time::now, settings.machineClock()::instant);
        git = new GitHost(settings.folder(), time, log, keys);
        apps = settings.apps();
        users = new Users(time, settings.seed());
        crowds = new Crowds(apps, users, settings.zone());
        play = new PlayStore(time, log, crowds::onPlay);
        playApi = new PlayApi(play, keys);
        apple = new AppStore(time, log, crowds::onApple, settings.apple());
        feed = new FeedHost(time, log, crowds::onFeed);
        sentry = new SentryApi(OWNER, users, time, keys);
        jira = new Jira(time, log, settings.zone());
        ci = new Ci(settings.ci(), time, log, this::deliver);
        gitHub = new GitHub(OWNER, git, ci, time, keys);
        gate = new Gate(time, log, faults, keys::claimed)
                .serve(Vendor.GOOGLE_OAUTH, keys.google())
                .serve(Vendor.PLAY, playApi)
                .serve(Vendor.PLAY_VITALS, new VitalsApi(crowds::androidProject, users, keys))
                .serve(Vendor.APPLE, new AppleApi(apple, keys))
                .serve(Vendor.JIRA, new JiraApi(jira, keys))
                .serve(Vendor.SENTRY, sentry)
                .serve(Vendor.FEED, new FeedApi(feed, keys))
                .serve(Vendor.GIT, git)
                .serve(Vendor.GITHUB, gitHub);
        apps.forEach(this::found);
        jira.createProject("AND", "Android");
        jira.createProject("IOS", "iOS");
        jira.createProject("DSK", "Desktop");
        listener = new Listener(settings.port(), time::now, gate);
        gate.reachedAt(listener.root());
    }

    /**
     * Opens a world and serves it.
     *
     * @throws UncheckedIOException if the port is taken or the folder cannot be written
     */
    public static World open(WorldSettings settings) {
        return new World(settings);
    }

    private void found(WorldApp app) {
        long build = VersionFile.of(app.live()).android() + BUILDS_OF_LIVE;
        crowds.settle(app, new Build(app.live(), Long.toString(build)));
        play.register(app.playPackage(), app.live(), build);
        apple.register(app.appleId(), app.bundleId(), app.live(), Long.toString(build));
        feed.register(app.key(), app.live(), Long.toString(build));
        ci.watch(git.create(app.key(), VersionFile.of(app.next()), FOUNDER));
    }

    /** What an upload job brings goes to the store of its platform. */
    private void deliver(Upload upload) {
        WorldApp app = apps.stream()
                .filter(candidate -> candidate.key().equals(upload.repository()))
                .findFirst()
                .orElseThrow();
        switch (upload.platform()) {
            case ANDROID ->
                play.upload(
                        app.playPackage(),
                        upload.build(),
                        upload.version(),
                        upload.content().sha256(),
                        upload.commit());
            case IOS ->
                apple.upload(
                        app.appleId(),
                        upload.version(),
                        Long.toString(upload.build()),
                        upload.digest(),
                        upload.commit());
            case DESKTOP -> feed.upload(app.key(), upload);
        }
        crowds.onUpload(upload);
    }

    /** The virtual instant. */
    public Instant now() {
        return time.now();
    }

    /** When something will next happen by itself. */
    public Optional<Instant> nextEvent() {
        return time.nextEvent();
    }

    /** Moves time forward; what is due on the way happens. */
    public void advanceTo(Instant instant) {
        time.advanceTo(instant);
    }

    /** Where a vendor is served, without a slash at the end. */
    public URI base(Vendor vendor) {
        return gate.base(vendor);
    }

    /** The timeline itself, for planning acts of people. */
    public Timeline time() {
        return time;
    }

    public EffectLog log() {
        return log;
    }

    public Faults faults() {
        return faults;
    }

    public Keys keys() {
        return keys;
    }

    public GitHost git() {
        return git;
    }

    public Ci ci() {
        return ci;
    }

    public PlayStore play() {
        return play;
    }

    /** Who may call Google Play for which app. */
    public PlayApi playApi() {
        return playApi;
    }

    public AppStore apple() {
        return apple;
    }

    public FeedHost feed() {
        return feed;
    }

    public Users users() {
        return users;
    }

    public SentryApi sentry() {
        return sentry;
    }

    public Jira jira() {
        return jira;
    }

    public GitHub gitHub() {
        return gitHub;
    }

    /** Sets who watches the requests; there is one watcher at a time. */
    public void intercept(Interceptor interceptor) {
        gate.intercept(interceptor);
    }

    @Override
    public void close() {
        try {
            faults.clear();
            listener.close();
            git.close();
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The world could not be closed cleanly", e);
        }
    }
}
