package dev.kiwi.command.feed.source;

import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import tools.jackson.databind.JsonNode;

/** The delves of a week (rotations.md 5), from whatever service is configured. */
public final class Delves {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final UpstreamService service;
    private final String referer;

    /** @param referer address that the service wants to be asked from; blank for none */
    public Delves(UpstreamService service, String referer) {
        this.service = service;
        this.referer = referer;
    }

    /**
     * @param total as it says, else as many as there are
     * @param count of the depths
     * @param depths a JSON list, untouched
     */
    public record Week(long week, long total, int count, String depths) {}

    /** An answer without a list of depths is none. Blocks. */
    public Week fetch(long week) throws UpstreamFailure {
        UpstreamRequest request = UpstreamRequest.get(service.below("?week=" + week + "&limit=200"))
                .with("User-Agent", BROWSER)
                .with("Accept", "application/json");
        UpstreamRequest sent = referer.isBlank() ? request : request.with("Referer", referer + "?week=" + week);
        return week(week, FeedJson.read(service.send(sent).text()));
    }

    static Week week(long week, JsonNode answer) throws UpstreamFailure {
        JsonNode depths = answer.path("depths");
        if (!depths.isArray()) {
            throw UpstreamFailure.unusable("its answer has no depths");
        }
        int count = depths.size();
        JsonNode total = answer.path("total");
        return new Week(
                week,
                total.isIntegralNumber() && total.canConvertToLong() ? total.longValue() : count,
                count,
                depths.toString());
    }
}
