package dev.kiwi.web.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Static settings of the HTTP layer; defaults and environment names are in {@code kiwi-http.properties}.
 *
 * @param corsOrigins further allowed origins besides {@code docsUrl} and {@code devUrl}
 * @param corsOriginRegex must match an origin as a whole
 * @param trustedProxies addresses and networks whose {@code X-Forwarded-For} is believed
 * @param positionWait how long a read waits for {@code Kiwi-Min-Position}
 */
@ConfigurationProperties("kiwi.http")
public record HttpSettings(
        String appName,
        URI apiUrl,
        URI devUrl,
        URI docsUrl,
        URI appUrl,
        List<String> corsOrigins,
        String corsOriginRegex,
        List<String> trustedProxies,
        Duration positionWait,
        BodyCaps bodyCaps) {

    /** Largest request bodies in bytes (platform.md 1.9). */
    public record BodyCaps(long git, long mods, long leaderboards, long market, long ocr, long other) {
        /** The cap of a path; the first match wins. */
        public long of(String path) {
            if (path.startsWith("/git/")) {
                return git;
            }
            if (path.startsWith("/v1/mods/")) {
                return mods;
            }
            return switch (path) {
                case "/v1/leaderboards/insert" -> leaderboards;
                case "/v1/market/insert" -> market;
                case "/v1/ocr/character" -> ocr;
                default -> other;
            };
        }

        /** Whether the handlers of a path read piece by piece; all others hold a body whole. */
        boolean isStreamed(String path) {
            return path.startsWith("/git/")
                    || path.startsWith("/v1/mods/")
                    || path.equals("/v1/leaderboards/insert")
                    || path.equals("/v1/market/insert");
        }

        /** The largest body that is held whole. */
        long largestHeld() {
            return Math.max(ocr, other);
        }
    }
}
