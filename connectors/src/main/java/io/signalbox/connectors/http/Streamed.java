package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer whose body is read while it comes. To be closed. Reading fails with {@link CallFailed} when the errand's time is over, when
 * nothing comes for too long, and when more comes than the outlet allows.
 */
public final class Streamed implements AutoCloseable {
    private final Response head;
    private final Body body;
    private final Thread guard;

    /** @param idle how long nothing may come */
    Streamed(Response head, InputStream in, long largest, Errand errand, Duration idle) {
        this.head = head;
        this.body = new Body(head, in, largest);
        this.guard = Thread.ofVirtual().name("stream-guard").start(() -> watch(errand, idle));
    }

    /** Status and headers; its body is empty. */
    public Response head() {
        return head;
    }

    public InputStream body() {
        return body;
    }

    @Override
    public void close() throws IOException {
        guard.interrupt();
        body.close();
    }

    private void watch(Errand errand, Duration idle) {
        try {
            long before = -1;
            while (!errand.left().isZero() && body.count != before) {
                before = body.count;
                Duration left = errand.left();
                Thread.sleep(left.compareTo(idle) < 0 ? left : idle);
            }
            body.giveUp(
                    errand.left().isZero() ? "no whole answer in time" : "nothing came for " + idle.toSeconds() + " s");
        } catch (InterruptedException readToItsEnd) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Body extends FilterInputStream {
        private final Response head;
        private final long largest;
        private volatile long count;
        private volatile Optional<String> givenUp = Optional.empty();

        Body(Response head, InputStream in, long largest) {
            super(in);
            this.head = head;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                add(Math.max(read, 0));
                return read;
            } catch (CallFailed e) {
                throw e;
            } catch (IOException e) {
                String why = givenUp.orElse("it broke off, " + e.getMessage());
                throw CallFailed.maybeSent(Kind.UNREACHABLE, "%s: %s".formatted(head, why));
            }
        }

        private void add(int read) throws CallFailed {
            long now = count + read;
            count = now;
            if (now > largest) {
                throw CallFailed.maybeSent(
                        Kind.NONSENSE, "%s: the answer is longer than %d bytes".formatted(head, largest));
            }
        }

        private void giveUp(String why) {
            givenUp = Optional.of(why);
            try {
                in.close();
            } catch (IOException alreadyGone) {
                // It was to be closed, and whoever reads is told why.
            }
        }
    }
}
