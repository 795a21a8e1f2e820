package dev.kiwi.web.responsecache;

import dev.kiwi.web.paging.WeakEtag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Takes a body to learn its tag, and holds on to it as long as it is small. */
final class MeasuredBody extends OutputStream {
    /** Bytes of a body that is held as a whole. */
    static final int MOST_HELD = 1 << 20;

    private final MessageDigest digest = WeakEtag.sha256();
    private @Nullable ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long size;

    private MeasuredBody() {}

    static MeasuredBody of(Encoding encoding) {
        MeasuredBody body = new MeasuredBody();
        try {
            encoding.to(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
        if (size > MOST_HELD) {
            held = null;
        } else if (held != null) {
            held.write(bytes, offset, length);
        }
    }

    /** Bytes. */
    long size() {
        return size;
    }

    /** Null when it is too large to be held. */
    byte @Nullable [] held() {
        return held == null ? null : held.toByteArray();
    }

    /** To be asked once. */
    String etag() {
        return WeakEtag.ofDigest(digest);
    }
}
