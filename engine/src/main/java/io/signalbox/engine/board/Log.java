package io.signalbox.engine.board;

import io.signalbox.domain.wording.CommandWords;
import io.signalbox.domain.wording.LogWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.TrackPage.LogLine;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.perform.Reply;
import java.time.ZoneId;
import java.util.List;

/** The journal in words, newest first. */
public final class Log {
    private final ZoneId zone;

    public Log(ZoneId zone) {
        this.zone = zone;
    }

    public List<LogLine> lines(List<Kept> journal) {
        return journal.reversed().stream()
                .map(k -> new LogLine(k.sequence(), k.entry().at(), k.entry().by(), text(k.entry())))
                .toList();
    }

    private String text(Entry entry) {
        return switch (entry.fact()) {
            case Fact.Happened happened -> new LogWords(zone).line(happened.what(), entry.at());
            case Fact.Commanded commanded -> new CommandWords(zone).line(commanded.command());
            case Fact.Sent sent ->
                "Sends: %s.".formatted(WayWords.effect(sent.action().effect()));
            case Fact.Replied replied -> reply(replied.reply());
            case Fact.RepliedTooLate late -> "An answer came too late and changes nothing. " + reply(late.reply());
            case Fact.Parked parked -> "Sets it aside: " + parked.why();
            case Fact.Unparked _ -> "Understands it again.";
        };
    }

    private static String reply(Reply reply) {
        return switch (reply) {
            case Reply.Accepted accepted ->
                accepted.detail().isBlank() ? "Accepted." : "Accepted: %s.".formatted(accepted.detail());
            case Reply.Refused refused -> "Refused: " + refused.text();
            case Reply.Silent silent -> "No answer that can be trusted: " + silent.why();
        };
    }
}
