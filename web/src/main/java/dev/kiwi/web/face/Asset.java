package dev.kiwi.web.face;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A file that browsers load.
 *
 * @param etag weak: the plain and the compressed form share it
 * @param compressed by gzip; null where that would not make it smaller
 */
record Asset(MediaType type, String etag, byte[] plain, byte @Nullable [] compressed) {
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "json", MediaType.parseMediaType("application/json;charset=utf-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"),
            "png", MediaType.IMAGE_PNG,
            "webp", MediaType.parseMediaType("image/webp"),
            "woff2", MediaType.parseMediaType("font/woff2"),
            "txt", MediaType.parseMediaType("text/plain;charset=utf-8"));

    static Asset of(String name, byte[] bytes) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return of(TYPES.getOrDefault(extension, MediaType.APPLICATION_OCTET_STREAM), bytes);
    }

    static Asset of(MediaType type, byte[] bytes) {
        byte[] zipped = gzip(bytes);
        return new Asset(type, etag(bytes), bytes, zipped.length < bytes.length ? zipped : null);
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
