package io.signalbox.world.play;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.androidpublisher.AndroidPublisher;
import com.google.api.services.androidpublisher.model.ReleaseSummary;
import com.google.api.services.androidpublisher.model.Track;
import com.google.api.services.androidpublisher.model.TrackRelease;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.signalbox.world.World;
import io.signalbox.world.log.Vendor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Google's own Java client, as an independent witness of the protocol. */
public final class GoogleClient {
    static final String APP = "com.example.player";

    private final AndroidPublisher publisher;

    public GoogleClient(World world, String account) throws IOException {
        URI tokens = URI.create(world.base(Vendor.GOOGLE_OAUTH) + "/token");
        String key = world.keys().serviceAccount(account).json(tokens);
        var credentials = ServiceAccountCredentials.fromStream(
                        new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)))
                .createScoped("https://www.googleapis.com/auth/androidpublisher");
        publisher = new AndroidPublisher.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        new HttpCredentialsAdapter(credentials))
                .setRootUrl(world.base(Vendor.PLAY) + "/")
                .setApplicationName("witness")
                .build();
    }

    AndroidPublisher.Edits edits() {
        return publisher.edits();
    }

    String insert() throws IOException {
        return publisher.edits().insert(APP, null).execute().getId();
    }

    List<TrackRelease> releases(String track) throws IOException {
        Track answer = publisher.edits().tracks().get(APP, insert(), track).execute();
        return answer.getReleases() == null ? List.of() : answer.getReleases();
    }

    /** Reads nothing, replaces the releases of production, commits. */
    public void put(TrackRelease... releases) throws IOException {
        commit(put(insert(), "production", releases));
    }

    String put(String edit, String track, TrackRelease... releases) throws IOException {
        Track body = new Track().setTrack(track).setReleases(List.of(releases));
        publisher.edits().tracks().update(APP, edit, track, body).execute();
        return edit;
    }

    void commit(String edit) throws IOException {
        publisher
                .edits()
                .commit(APP, edit)
                .setChangesInReviewBehavior("ERROR_IF_IN_REVIEW")
                .execute();
    }

    public List<ReleaseSummary> summaries(String track) throws IOException {
        List<ReleaseSummary> list = publisher
                .applications()
                .tracks()
                .releases()
                .list("applications/" + APP + "/tracks/" + track)
                .execute()
                .getReleases();
        return list == null ? List.of() : list;
    }

    public static TrackRelease staged(long code, double fraction) {
        return release(code, "inProgress").setUserFraction(fraction);
    }

    public static TrackRelease release(long code, String status) {
        return new TrackRelease().setVersionCodes(List.of(code)).setStatus(status);
    }

    /** The refusal of a call. */
    static GoogleJsonResponseException refusal(Calling calling) {
        try {
            calling.call();
        } catch (GoogleJsonResponseException refused) {
            return refused;
        } catch (IOException other) {
            throw new AssertionError("failed otherwise", other);
        }
        throw new AssertionError("was accepted");
    }

    interface Calling {
        void call() throws IOException;
    }
}
