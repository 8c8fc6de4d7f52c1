package io.signalbox.world.git;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.SymbolicRef;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart HTTP protocol (versions 0 to 2) over JGit. */
final class SmartHttp {
    private SmartHttp() {}

    static Reply advertiseUpload(Call call, CodeBase code) {
        return reply("application/x-git-upload-pack-advertisement", out -> {
            try (UploadPack pack = uploadPack(call, code)) {
                pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(out)), "git-upload-pack");
            }
        });
    }

    static Reply upload(Call call, CodeBase code) {
        return reply("application/x-git-upload-pack-result", out -> {
            try (UploadPack pack = uploadPack(call, code)) {
                pack.upload(call.body().stream(), out, null);
            }
        });
    }

    static Reply advertiseReceive(CodeBase code) {
        return reply("application/x-git-receive-pack-advertisement", out -> {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=git-receive-pack\n");
            lines.end();
            ReceivePack pack = new ReceivePack(code.repository());
            pack.setBiDirectionalPipe(false);
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        });
    }

    static Reply receive(Call call, CodeBase code, Actor by) {
        return reply("application/x-git-receive-pack-result", out -> {
            ReceivePack pack = new ReceivePack(code.repository());
            pack.setBiDirectionalPipe(false);
            pack.setAtomic(true);
            pack.setAllowNonFastForwards(false);
            pack.setPreReceiveHook((receiver, commands) -> decline(code, commands));
            pack.setPostReceiveHook((receiver, commands) -> note(code, commands, by));
            pack.receive(call.body().stream(), out, null);
        });
    }

    private static UploadPack uploadPack(Call call, CodeBase code) {
        UploadPack pack = new UploadPack(code.repository());
        pack.setBiDirectionalPipe(false);
        pack.setExtraParameters(call.header("git-protocol")
                .map(value -> List.of(value.split(":")))
                .orElse(List.of()));
        // Refs come from the host's own history, so that a frozen source shows those of the past.
        pack.setRefFilter(refs -> shown(code.refsAt(call.asOf())));
        return pack;
    }

    private static Map<String, Ref> shown(Map<String, ObjectId> ids) {
        Map<String, Ref> shown = new TreeMap<>();
        ids.forEach((name, id) -> shown.put(name, new ObjectIdRef.Unpeeled(Ref.Storage.LOOSE, name, id)));
        Ref main = shown.get(Constants.R_HEADS + "main");
        if (main != null) {
            shown.put(Constants.HEAD, new SymbolicRef(Constants.HEAD, main));
        }
        return shown;
    }

    private static void decline(CodeBase code, Collection<ReceiveCommand> commands) {
        for (ReceiveCommand command : commands) {
            if (code.isProtected(command.getRefName())) {
                command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "protected branch hook declined");
            }
        }
    }

    private static void note(CodeBase code, Collection<ReceiveCommand> commands, Actor by) {
        for (ReceiveCommand command : commands) {
            if (command.getResult() == ReceiveCommand.Result.OK) {
                code.moved(command.getRefName(), id(command.getOldId()), id(command.getNewId()), by);
            }
        }
    }

    private static Optional<String> id(ObjectId id) {
        return ObjectId.zeroId().equals(id) ? Optional.empty() : Optional.of(id.name());
    }

    private static Reply reply(String contentType, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The git host could not answer", e);
        }
        return Reply.bytes(200, contentType, out.toByteArray())
                .with("Cache-Control", "no-cache, max-age=0, must-revalidate");
    }

    private interface Writing {
        void write(ByteArrayOutputStream out) throws IOException;
    }
}
