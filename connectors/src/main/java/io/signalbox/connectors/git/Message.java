package io.signalbox.connectors.git;

import io.signalbox.domain.signal.CommitId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a commit's message says. */
final class Message {
    private static final Pattern TICKET = Pattern.compile("(?<!\\w)([A-Z][A-Z0-9_]{1,19})-[1-9]\\d{0,8}(?![\\w])");
    private static final Pattern PICK = Pattern.compile("\\(cherry picked from commit ([0-9a-f]{64}|[0-9a-f]{40})\\)");
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_TICKETS = 50;

    private Message() {}

    static String subject(String message) {
        String line =
                message.lines().filter(l -> !l.isBlank()).findFirst().orElse("").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    /** The tickets that it names, in its order, each once. */
    static List<String> tickets(String message, List<String> projects) {
        return TICKET.matcher(message)
                .results()
                .filter(found -> projects.isEmpty() || projects.contains(found.group(1)))
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_TICKETS)
                .toList();
    }

    /** The commits that it was picked from: a pick of a pick names the original first. */
    static List<CommitId> pickedFrom(String message) {
        return PICK.matcher(message)
                .results()
                .map(found -> new CommitId(found.group(1)))
                .distinct()
                .toList();
    }
}
