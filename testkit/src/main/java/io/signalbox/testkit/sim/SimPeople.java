package io.signalbox.testkit.sim;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.BugNote;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Switches;
import io.signalbox.engine.Engine;
import io.signalbox.engine.command.Envelope;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Snapshot;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people of a release: teams sign off, the release manager approves, answers and resumes; and now and then somebody pauses. */
final class SimPeople {
    private static final Actor MANAGER = new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty());
    private static final Actor CHECKS = new Actor("compliance-bot", Role.SERVICE, Optional.empty());

    private final Engine engine;
    private final SimWorld world;
    private final SimFaults faults;
    private final InstantSource clock;
    private final Set<String> reported = new HashSet<>();
    private int commands;

    SimPeople(Engine engine, SimWorld world, SimFaults faults, InstantSource clock) {
        this.engine = engine;
        this.world = world;
        this.faults = faults;
        this.clock = clock;
    }

    void armEverything() {
        armWhatIsNot(Switches.FRESH);
    }

    private void armWhatIsNot(Switches switches) {
        for (Move move : Move.values()) {
            if (switches.mode(move, Mode.AUTOMATIC) != Mode.AUTOMATIC) {
                give(new TrainId(SimPlan.APP.key()), MANAGER, new Command.Arm(move, Mode.AUTOMATIC, "the whole day"));
            }
        }
    }

    private void disarm() {
        Move move = Move.values()[faults.chance().nextInt(Move.values().length)];
        give(new TrainId(SimPlan.APP.key()), MANAGER, new Command.Arm(move, Mode.OBSERVE, "to look at it first"));
    }

    private void give(SubjectId subject, Actor actor, Command command) {
        commands++;
        try {
            engine.desk().handle(new Envelope("c" + commands, subject, actor, "api", Optional.empty(), command));
        } catch (Died e) {
            // Nobody answered: they look again later.
        }
    }

    /** What helps the release on. */
    void act() {
        Optional<AppSnapshot> snapshot = engine.storage().readApp(SimPlan.APP.key());
        if (snapshot.isEmpty()) {
            return;
        }
        Switches switches = snapshot.get().train().train().switches();
        if (faults.healed() && switches.robotOff().isPresent()) {
            give(new TrainId(SimPlan.APP.key()), MANAGER, new Command.SwitchOn("all is well again"));
        }
        if (faults.healed() || faults.once(Fault.PEOPLE, 3)) {
            armWhatIsNot(switches);
        }
        for (Snapshot.OfTrack of : snapshot.get().tracks()) {
            Track track = of.track();
            world.store(track.id(), track.id().platform() + "-store");
            if (track.stage().atLeast(Stage.BRANCHED) && track.candidate().isPresent()) {
                signOff(track);
                answer(track);
            }
            untangle(track);
        }
        for (Snapshot.OfRelease of : snapshot.get().releases()) {
            approveCommits(of);
            of.release().repositories().stream()
                    .filter(r -> r.trouble().isPresent())
                    .forEach(r -> give(of.release().id(), MANAGER, new Command.TryRepositoryAgain(r.key())));
        }
    }

    private void signOff(Track track) {
        for (TeamKey team : SimPlan.TEAMS) {
            Actor member = new Actor("member of " + team, Role.TEAM_MEMBER, Optional.of(team));
            boolean said = track.said().signOffs().stream()
                    .anyMatch(s -> s.team().equals(team)
                            && s.commit().equals(track.candidate().map(c -> c.commit())));
            if (!said) {
                give(
                        track.id(),
                        member,
                        new Command.SignOff(team, Command.SignOff.Result.PASSED, "", Optional.empty()));
            }
        }
        Check passed = new Check(CheckState.PASSED, Optional.of(clock.instant()), "", Optional.empty());
        if (reported.add(track.id() + " " + track.candidate().orElseThrow().commit()) || faults.once(Fault.PEOPLE, 3)) {
            give(
                    track.id(),
                    CHECKS,
                    new Command.ReportCheck(
                            "compliance", track.candidate().orElseThrow().commit(), passed));
        }
    }

    private void answer(Track track) {
        for (Question question : track.said().questions()) {
            if (question.open()) {
                Question.Choice choice = faults.once(Fault.PEOPLE, 8) ? Question.Choice.BLOCK : Question.Choice.ACCEPT;
                give(track.id(), MANAGER, new Command.Answer(question.id(), choice, "looked into it"));
            }
        }
        for (int bug = 1; bug <= world.health(track.id()).bugs; bug++) {
            String key = SimSource.key(track.id(), bug);
            boolean closed = bug < world.health(track.id()).bugs || !world.health(track.id()).bugOpen;
            if (closed
                    && track.said().bugNotes().stream().noneMatch(n -> n.bug().equals(key))) {
                give(track.id(), MANAGER, new Command.RuleOnBug(key, BugNote.Ruling.NO_CODE_NEEDED, "server side"));
            }
        }
    }

    private void untangle(Track track) {
        if (faults.healed()) {
            putRight(track);
        }
        if (track.said().stopped() && !faults.once(Fault.PEOPLE, 2)) {
            give(track.id(), MANAGER, new Command.Resume("looks fine again"));
        }
        for (Hold hold : track.said().holds()) {
            if (hold instanceof Hold.Drift drift) {
                give(track.id(), MANAGER, new Command.Adopt(drift.destination(), "that was us"));
            }
        }
        track.destinations()
                .forEach(d -> d.trouble().ifPresent(_ -> give(track.id(), MANAGER, new Command.TryAgain(d.key()))));
        boolean refused = track.destinations().stream().anyMatch(d -> d.state() instanceof DestinationState.Refused);
        if (refused || track.said().submission().notes().isEmpty()) {
            give(
                    track.id(),
                    MANAGER,
                    new Command.WritePackage(List.of(new SubmissionPackage.Note("en-US", "Better")), List.of()));
        }
    }

    /** When all is well again, nothing stays switched off, and a build that was rejected is replaced. */
    private void putRight(Track track) {
        if (track.said().holds().stream().anyMatch(h -> h instanceof Hold.RobotOff)) {
            give(track.id(), MANAGER, new Command.TurnRobotOn("all is well again"));
        }
        boolean rejected = track.destinations().stream()
                .anyMatch(d -> d.state() instanceof DestinationState.Refused no && no.kind() == Rejection.BINARY);
        String branch = "release/" + track.id().version();
        boolean newest = track.candidate()
                .filter(c -> world.repository
                        .branch(branch)
                        .filter(b -> b.head().equals(c.commit()))
                        .isPresent())
                .isPresent();
        if (rejected && newest) {
            world.repository.fix(branch, clock.instant(), List.of());
        }
    }

    private void approveCommits(Snapshot.OfRelease of) {
        world.repository
                .branch("release/" + of.release().id().version())
                .ifPresent(branch -> branch.commits().forEach(c -> approve(of, c)));
    }

    private void approve(Snapshot.OfRelease of, Commit commit) {
        boolean known =
                of.release().approvals().stream().anyMatch(a -> a.commit().equals(commit.id()));
        if (!known) {
            give(of.release().id(), MANAGER, new Command.ApproveCommit(commit.id(), "BUG-1", "critical fix"));
        }
    }

    void pause(SubjectId subject) {
        give(subject, MANAGER, new Command.Pause(""));
    }

    /** What gets in its way: pauses above all. */
    void meddle() {
        Optional<AppSnapshot> snapshot = engine.storage().readApp(SimPlan.APP.key());
        if (snapshot.isEmpty() || snapshot.get().tracks().isEmpty() || !faults.once(Fault.PEOPLE, 1)) {
            return;
        }
        List<Snapshot.OfTrack> tracks = snapshot.get().tracks();
        Track track = tracks.get(faults.chance().nextInt(tracks.size())).track();
        switch (faults.chance().nextInt(9)) {
            case 0, 1, 2, 3 -> give(track.id(), MANAGER, new Command.Pause(""));
            case 4 -> give(track.id(), MANAGER, new Command.TurnRobotOff(""));
            case 5 -> give(track.id(), MANAGER, new Command.TurnRobotOn("go on"));
            case 6 -> give(new TrainId(SimPlan.APP.key()), MANAGER, new Command.SwitchOff(""));
            case 7 -> disarm();
            default -> give(new TrainId(SimPlan.APP.key()), MANAGER, new Command.SwitchOn("go on"));
        }
        if (faults.once(Fault.PEOPLE, 60)) {
            give(track.id(), MANAGER, new Command.Cancel("enough is enough"));
        }
        if (faults.once(Fault.PEOPLE, 2)) {
            give(new TrainId(SimPlan.APP.key()), MANAGER, new Command.SwitchOn("go on"));
            give(track.id(), MANAGER, new Command.TurnRobotOn("go on"));
        }
    }
}
