package io.signalbox.connectors.play;

import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Reply;
import java.util.regex.Pattern;

/**
 * What Google's refusals mean for whoever waits. Told by the status and the words, because {@code reason} has changed over the years; what
 * is not known is for a person, with Google's words.
 */
final class Refusals {
    private static final Pattern NOT_THIS_BUILD = Pattern.compile(
            "(?i)does not allow any existing users to upgrade|not signed|invalid (apk|bundle|package)|wrong package name"
                    + "|version code .* has already been used|apks? (is|are) not allowed");

    private static final Pattern NOT_THERE_YET = Pattern.compile("(?i)version code .* does not exist");

    private Refusals() {}

    static Reply reply(PlayRefused refused) {
        return new Reply.Refused(remedy(refused), refused.words());
    }

    private static Remedy remedy(PlayRefused refused) {
        boolean byItself = refused.tooMany()
                || refused.status() >= 500
                || refused.editIsOver()
                || refused.inReview()
                || NOT_THERE_YET.matcher(refused.words()).find();
        if (byItself) {
            return Remedy.RETRY;
        }
        return NOT_THIS_BUILD.matcher(refused.words()).find() ? Remedy.NEEDS_BUILD : Remedy.NEEDS_PERSON;
    }
}
