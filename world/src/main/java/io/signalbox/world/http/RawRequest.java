package io.signalbox.world.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire, with its body read and decompressed.
 *
 * @param target path and query, still encoded
 * @param headers by lower-case name; of a repeated header the values are joined by a comma
 */
public record RawRequest(String method, String target, Map<String, String> headers, Body body, boolean keepAlive) {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_BODY = 256 * 1024 * 1024;

    /** A request that is not HTTP/1.1 as this listener reads it. */
    static final class Malformed extends IOException {
        Malformed(String what) {
            super(what);
        }
    }

    /** Reads the next request of a connection; null when the client closed it between requests. */
    static @Nullable RawRequest read(InputStream in, OutputStream out) throws IOException {
        String line = readLine(in);
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new Malformed("not an HTTP/1.1 request line");
        }
        Map<String, String> headers = readHeaders(in);
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        Body body = Body.of(decompress(readBody(in, headers), headers.getOrDefault("content-encoding", "")));
        boolean close =
                headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
        return new RawRequest(parts[0], parts[1], headers, body, !close && parts[2].equals("HTTP/1.1"));
    }

    private static Map<String, String> readHeaders(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = readLine(in); line == null || !line.isEmpty(); line = readLine(in)) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (line == null || colon <= 0) {
                throw new Malformed("a header without a colon");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).trim(), (one, other) -> one + "," + other);
        }
        return headers;
    }

    private static byte[] readBody(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return readChunks(in);
        }
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,9}") || Integer.parseInt(length) > MAX_BODY) {
            throw new Malformed("a content length that is no number or too large");
        }
        return readFully(in, Integer.parseInt(length));
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = readLine(in);
            String size = line == null ? "" : line.split(";", 2)[0].trim();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new Malformed("a chunk without a size");
            }
            int bytes = Integer.parseInt(size, 16);
            if (bytes == 0) {
                readHeaders(in);
                return body.toByteArray();
            }
            body.writeBytes(readFully(in, bytes));
            if (body.size() > MAX_BODY) {
                throw new Malformed("a body that is too large");
            }
            readLine(in);
        }
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("The connection ended inside a body");
        }
        return bytes;
    }

    private static byte[] decompress(byte[] body, String encoding) throws IOException {
        if (body.length == 0 || !(encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"))) {
            return body;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        }
    }

    private static @Nullable String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            if (line.size() > MAX_LINE) {
                throw new Malformed("a line that is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
