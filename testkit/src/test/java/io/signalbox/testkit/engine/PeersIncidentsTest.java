package io.signalbox.testkit.engine;

import static io.signalbox.testkit.engine.Railway.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.testkit.storage.ChangeOf;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong in other systems of this kind, done to our engine. */
class PeersIncidentsTest {
    private static final TrackId ANDROID = track("8.9.2", "android");

    /** At 1 %; nobody armed the way from there yet. */
    private static Railway rollingOut() {
        Railway railway = new Railway()
                .armed(Move.BUMP, Move.CUT, Move.SUBMIT, Move.FIRST_STEP)
                .until("2024-09-27T06:55:00Z");
        railway.world.merge("Work");
        railway.until("2024-09-27T07:30:00Z");
        assertThat(railway.track(ANDROID).stage()).isEqualTo(Stage.ROLLING_OUT);
        return railway;
    }

    /** Argo Rollouts #4694: an event was missed, and the rollout stood still for good. */
    @Test
    void argo4694NoEventIsNeeded() {
        Railway railway = rollingOut();
        railway.restartOver(real -> new ForwardingStorage(real) {
            @Override
            public void askNow(AppKey app, String source, Instant now) {
                // Lost, as is every word that somebody waits.
            }
        });
        railway.armed(Move.values());
        railway.until("2024-09-27T09:00:00Z");
        assertThat(railway.track(ANDROID).stage()).isEqualTo(Stage.RELEASED);
    }

    /** Spinnaker Orca #7921: what was done twice was saved by the slower one last, and what had ended ran again. */
    @Test
    void orca7921WhatWasReadEarlierIsNotKeptLater() {
        Railway railway = rollingOut();
        Snapshot.OfTrack stale = railway.read(ANDROID);
        railway.accepted(ANDROID, new Command.Cancel("enough is enough"));
        Commit late =
                railway.storage.commit(ChangeOf.subject(ANDROID, stale.row().revision(), railway.time.instant())
                        .to(new SubjectState.OfTrack(stale.track()))
                        .made());
        assertThat(late).isInstanceOf(Commit.Conflict.class);
        assertThat(railway.track(ANDROID).cancelled()).isTrue();
    }

    /** GrowthBook PR #6330: whoever had slept made every step at once that was overdue. */
    @Test
    void growthbook6330WhoeverSleptForAMonthProvesOneMoveAfterTheOther() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT).until("2024-09-27T06:55:00Z");
        railway.world.merge("Work");
        railway.until("2024-09-27T07:30:00Z");
        railway.armed(Move.values()).outage(Duration.ofDays(30));
        railway.until(railway.time.instant().plus(Duration.ofHours(1)));
        assertThat(railway.track(ANDROID).stage()).isEqualTo(Stage.RELEASED);
        List<Fact> facts = railway.storage.journalOf(ANDROID, 1000).stream()
                .map(k -> k.entry().fact())
                .filter(f -> f instanceof Fact.Sent || f instanceof Fact.Happened(Happening.ActionEnded _))
                .toList();
        assertThat(facts).hasSizeGreaterThan(2);
        for (int i = 0; i < facts.size(); i++) {
            if (i % 2 == 0) {
                assertThat(facts.get(i))
                        .isInstanceOfSatisfying(
                                Fact.Sent.class,
                                sent -> assertThat(sent.guard()).isNotEmpty());
            } else {
                assertThat(facts.get(i)).as("seen before the next is sent").isInstanceOf(Fact.Happened.class);
            }
        }
    }
}
