package dev.kiwi.web.responsecache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer as they are and, from the first time that somebody takes them so, compressed. */
final class KeptBody {
    /** Below it a compressed answer takes as many packets. */
    private static final int LEAST = 1_024;

    private static final Pattern REFUSED = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    /** On an event loop: the little that more patience would save is not worth it. */
    private static final GzipParameters QUICKLY = quickly();

    private final byte[] plain;
    private volatile byte @Nullable [] compressed;

    KeptBody(byte[] plain) {
        this.plain = plain;
    }

    byte[] plain() {
        return plain;
    }

    /** Bytes in memory, with what its compressed form usually takes. */
    int size() {
        return plain.length + plain.length / 4;
    }

    /** @param acceptEncoding of the request (RFC 9110, 12.5.3) */
    boolean isCompressedFor(@Nullable String acceptEncoding) {
        return plain.length >= LEAST && takesGzip(acceptEncoding);
    }

    /** @param acceptEncoding of the request (RFC 9110, 12.5.3) */
    static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        String accepted = acceptEncoding.toLowerCase(Locale.ROOT);
        return accepted.contains("gzip") && !REFUSED.matcher(accepted).find();
    }

    /** By gzip. Two who come first may both compress it. */
    byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = gzip(plain);
            compressed = known;
        }
        return known;
    }

    private static GzipParameters quickly() {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        return parameters;
    }

    static OutputStream compressing(OutputStream out) throws IOException {
        return new GzipCompressorOutputStream(out, QUICKLY);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (OutputStream zip = compressing(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
