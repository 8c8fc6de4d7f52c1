package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Reply;

/** What Apple's refusals mean for whoever waits. Told by the code; what is not known is for a person, with Apple's words. */
final class Refusals {
    private Refusals() {}

    @FunctionalInterface
    interface Call {
        Document make() throws CallFailed, AppleRefused;
    }

    /**
     * The one call of an effect that does it.
     *
     * @throws AppleRefused only for what did certainly not happen
     */
    static Reply effect(String detail, Call call) throws AppleRefused {
        try {
            call.make();
            return new Reply.Accepted(detail);
        } catch (CallFailed e) {
            return e.reply();
        } catch (AppleRefused e) {
            if (e.status() >= 500) {
                return new Reply.Silent(e.words());
            }
            throw e;
        }
    }

    static Reply reply(AppleRefused refused) {
        return new Reply.Refused(remedy(refused), refused.words());
    }

    private static Remedy remedy(AppleRefused refused) {
        // Apple shows what was done with some delay: what is not found may be there in a moment.
        boolean byItself = refused.status() == 429 || refused.status() >= 500 || refused.status() == 404;
        return byItself ? Remedy.RETRY : Remedy.NEEDS_PERSON;
    }
}
