package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.play.PlayAccount.Answered;
import java.net.URI;
import java.time.Instant;

/** A working copy of an app at Google. Nothing in it is so before it is committed. */
final class Edit {
    private final PlayAccount account;
    private final Errand errand;
    private final String id;

    private Edit(PlayAccount account, Errand errand, String id) {
        this.account = account;
        this.errand = errand;
        this.id = id;
    }

    /** Opens one; another that this account has open of the app is lost. */
    static Edit open(PlayAccount account, Errand errand) throws CallFailed, PlayRefused {
        Answered opened =
                account.call(errand, Request.post(account.at("/edits")).json("{}"));
        String id = opened.json().path("id").asString("");
        if (!id.matches("[\\w-]{1,100}")) {
            throw Json.nonsense("an edit without an id");
        }
        return new Edit(account, errand, id);
    }

    /** @param asOf Google's time */
    record Read(Track track, Instant asOf) {}

    Read track(String name, Instant fetchedAt) throws CallFailed, PlayRefused {
        Answered answer = account.call(errand, Request.get(trackAt(name)));
        return new Read(Track.of(name, answer.json()), answer.response().asOf(fetchedAt));
    }

    Track track(String name) throws CallFailed, PlayRefused {
        return Track.of(name, account.call(errand, Request.get(trackAt(name))).json());
    }

    void put(Track track) throws CallFailed, PlayRefused {
        account.call(
                errand, Request.put(trackAt(track.name())).json(track.json().toString()));
    }

    /** What happens to a review that is under way. */
    enum Review {
        /** The commit is refused, and the edit stays usable. */
        ERROR_IF_IN_REVIEW,
        /** It is cancelled, and what remains is submitted again. */
        CANCEL_IN_REVIEW_AND_SUBMIT
    }

    /** @param sent whether changes that need a review are sent for it */
    void commit(Review review, boolean sent) throws CallFailed, PlayRefused {
        String query = "?changesInReviewBehavior=" + review + (sent ? "" : "&changesNotSentForReview=true");
        Answered answer = account.call(errand, Request.post(account.at("/edits/" + id + ":commit" + query)));
        if (!answer.json().path("id").asString("").equals(id)) {
            throw Json.nonsense("the answer to a commit names another edit");
        }
    }

    /** Lets go of it. If that fails it ends by itself within the hour, or when the next is opened, and was never more than a draft. */
    void discard() {
        try {
            account.call(errand, Request.delete(account.at("/edits/" + id)));
        } catch (CallFailed | PlayRefused leftToExpire) {
            // See above.
        }
    }

    private URI trackAt(String name) {
        return account.at("/edits/" + id + "/tracks/" + PlayAccount.segment(name));
    }
}
