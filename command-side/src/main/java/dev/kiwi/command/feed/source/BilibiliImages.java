package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Pictures of Bilibili's videos, whose servers answer only those who come from Bilibili's pages (feeds-events.md A4).
 * Only its own hosts are asked, at public addresses, and no redirect is followed. The address is the caller's choice,
 * so what fails pauses nothing for others; how many are fetched at once is bounded.
 */
public final class BilibiliImages {
    private static final String DOMAIN = "hdslb.com";
    private static final int MOST_AT_ONCE = 16;
    private static final int PATIENCE_SECONDS = 10;
    private static final int HTTPS_PORT = 443;

    private final UpstreamService service;
    private final boolean standIn;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** @param standIn whether the service plays all of the hosts */
    public BilibiliImages(UpstreamService service, boolean standIn) {
        this.service = service;
        this.standIn = standIn;
    }

    /** @param type of the bytes, an image's */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Image(String type, byte[] bytes) {}

    /** Empty for an address that is not one of Bilibili's pictures. */
    public static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text.strip());
            String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
            boolean theirs = host.equals(DOMAIN) || host.endsWith("." + DOMAIN);
            boolean plain = uri.getUserInfo() == null && (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT);
            return "https".equalsIgnoreCase(uri.getScheme()) && theirs && plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Blocks.
     *
     * @param address of {@link #address}
     */
    public Image fetch(URI address) throws UpstreamFailure {
        if (!hasPlace()) {
            throw UpstreamFailure.unreachable("too many pictures are fetched at once", null);
        }
        try {
            UpstreamAnswer answer = service.sendForCaller(UpstreamRequest.get(standIn ? played(address) : address)
                    .with("Referer", "https://www.bilibili.com/")
                    .withoutRedirects());
            String type = Objects.requireNonNullElse(answer.header("content-type"), "");
            return new Image(
                    type.toLowerCase(Locale.ROOT).matches("image/[a-z0-9.+-]{1,60}") ? type : "image/jpeg",
                    answer.body());
        } finally {
            places.release();
        }
    }

    /** A page has ten of them, which come at the same moment. */
    private boolean hasPlace() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI played(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return service.below(address.getRawPath() + query);
    }
}
