package dev.kiwi.command.account.breach;

import dev.kiwi.command.upstream.UpstreamClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Have I Been Pwned for all suffixes of a range (k-anonymity): the service learns five of forty digits of the
 * password's hash, and the padding hides how many passwords the range holds (platform.md 3.3).
 */
public final class RangeBreachCheck implements BreachCheck {
    private static final Logger log = LoggerFactory.getLogger(RangeBreachCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PREFIX = 5;
    private static final int OK = 200;

    private final UpstreamClient upstream;
    private final URI base;

    public RangeBreachCheck(UpstreamClient upstream, URI base) {
        this.upstream = upstream;
        this.base = base;
    }

    @Override
    public long timesSeen(String password) {
        String hash = sha1(password);
        HttpRequest request = HttpRequest.newBuilder(UpstreamClient.below(base, "/range/" + hash.substring(0, PREFIX)))
                .header("Add-Padding", "true")
                .header("User-Agent", "Kiwi")
                .build();
        try {
            HttpResponse<String> answer = upstream.send(request, PATIENCE);
            if (answer.statusCode() == OK) {
                return count(answer.body(), hash.substring(PREFIX));
            }
            log.warn("A password goes unchecked for breaches: the service answers {}", answer.statusCode());
        } catch (IOException e) {
            log.warn("A password goes unchecked for breaches: {}", e.toString());
        }
        return 0;
    }

    private static long count(String range, String suffix) {
        return range.lines()
                .map(String::strip)
                .filter(line -> line.regionMatches(true, 0, suffix + ":", 0, suffix.length() + 1))
                .mapToLong(line -> number(line.substring(suffix.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** What is listed was seen once at least; only padding says 0. */
    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    // What the service is asked by; nothing is kept under it.
    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
