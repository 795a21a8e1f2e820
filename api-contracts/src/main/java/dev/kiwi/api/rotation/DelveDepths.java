package dev.kiwi.api.rotation;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The depths of a delve week, which nobody here looks into.
 *
 * @param total what the source says there are
 * @param count how many the list has
 * @param packed the JSON array, compressed by zstd, in Base64: a tenth of its size, so that an event can carry it
 */
public record DelveDepths(long total, int count, String packed) {
    /** Of an event's payload (design 3.4). */
    private static final int LARGEST_PACKED = 60 << 10;

    /** @param json an array */
    public static DelveDepths of(long total, int count, String json) {
        byte[] compressed = Zstd.compress(json.getBytes(StandardCharsets.UTF_8), 9);
        return new DelveDepths(total, count, Base64.getEncoder().encodeToString(compressed));
    }

    public boolean fitIntoAnEvent() {
        return packed.length() <= LARGEST_PACKED;
    }

    /** The JSON array. */
    public static String unpack(String packed) {
        byte[] compressed = Base64.getDecoder().decode(packed);
        int size = Math.toIntExact(Zstd.getFrameContentSize(compressed));
        return new String(Zstd.decompress(compressed, size), StandardCharsets.UTF_8);
    }
}
