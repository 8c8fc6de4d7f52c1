package io.signalbox.world.git;

import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.Timeline;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Serves code bases over smart HTTP, to whoever has a token (as bearer, or as the password of basic credentials). */
public final class GitHost implements Api, AutoCloseable {
    private final Path folder;
    private final Timeline timeline;
    private final EffectLog log;
    private final Keys keys;
    private final Map<String, CodeBase> codeBases = new TreeMap<>();
    private final Router router = new Router()
            .on("GET", "/{repo}.git/info/refs", (call, path) -> withCode(call, path, this::advertise))
            .on("POST", "/{repo}.git/git-upload-pack", (call, path) -> withCode(call, path, SmartHttp::upload))
            .on("POST", "/{repo}.git/git-receive-pack", (call, path) -> withCode(call, path, this::receive));

    /** @param folder where the bare repositories are kept */
    public GitHost(Path folder, Timeline timeline, EffectLog log, Keys keys) {
        OwnSettings.use();
        this.folder = folder;
        this.timeline = timeline;
        this.log = log;
        this.keys = keys;
    }

    /** Creates a repository with a first commit on {@code main} that holds the version file. */
    public CodeBase create(String name, VersionFile version, Developer founder) {
        return timeline.alone(() -> {
            CodeBase code = new CodeBase(name, folder.resolve(name + ".git"), timeline, log);
            codeBases.put(name, code);
            code.commit(Change.on("main", founder, "Begin " + name)
                    .writing(VersionFile.PATH, version.text())
                    .writing("README.md", "# " + name + "\n"));
            return code;
        });
    }

    /** A repository by its name. */
    public Optional<CodeBase> find(String name) {
        return timeline.alone(() -> Optional.ofNullable(codeBases.get(name)));
    }

    @Override
    public Reply answer(Call call) {
        return router.route(call).orElseGet(() -> Reply.text(404, "Not Found"));
    }

    @Override
    public void close() {
        codeBases.values().forEach(CodeBase::close);
    }

    private Reply withCode(Call call, Map<String, String> path, Service service) {
        if (caller(call).isEmpty()) {
            return Reply.text(401, "Authentication required.").with("WWW-Authenticate", "Basic realm=\"git\"");
        }
        CodeBase code = codeBases.get(path.getOrDefault("repo", ""));
        return code == null ? Reply.text(404, "Repository not found.") : service.answer(call, code);
    }

    private Reply advertise(Call call, CodeBase code) {
        return switch (call.param("service").orElse("")) {
            case "git-upload-pack" -> SmartHttp.advertiseUpload(call, code);
            case "git-receive-pack" -> SmartHttp.advertiseReceive(code);
            default -> Reply.text(403, "Please upgrade your git client.");
        };
    }

    private Reply receive(Call call, CodeBase code) {
        return SmartHttp.receive(call, code, new Actor.Api(caller(call).orElse("?"), call.number()));
    }

    private Optional<String> caller(Call call) {
        return keys.bearer(Vendor.GIT, call).or(() -> keys.basicToken(Vendor.GIT, call));
    }

    private interface Service {
        Reply answer(Call call, CodeBase code);
    }
}
