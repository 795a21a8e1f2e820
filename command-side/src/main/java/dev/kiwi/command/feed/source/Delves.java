package dev.kiwi.command.feed.source;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import tools.jackson.databind.JsonNode;

/** The delves of a week (rotations.md 5), from whatever service is configured. */
public final class Delves {
    static final String UNNAMED = "no service is named (UPSTREAM_DELVES_URL)";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final UpstreamService service;
    private final String referer;

    /** @param referer address that the service wants to be asked from; blank for none */
    public Delves(UpstreamService service, String referer) {
        this.service = service;
        this.referer = referer;
    }

    String host() {
        return service.host();
    }

    boolean isLeftAlone() {
        return service.isLeftAlone();
    }

    /** An answer without a list of depths, or with one that no event carries, is none. Blocks. */
    public DelveDepths fetch(long week) throws UpstreamFailure {
        UpstreamRequest request = UpstreamRequest.get(service.below("?week=" + week + "&limit=200"))
                .with("User-Agent", BROWSER)
                .with("Accept", "application/json");
        UpstreamRequest sent = referer.isBlank() ? request : request.with("Referer", referer + "?week=" + week);
        return depths(FeedJson.read(service.send(sent).text()));
    }

    private static DelveDepths depths(JsonNode answer) throws UpstreamFailure {
        JsonNode list = answer.path("depths");
        if (!list.isArray()) {
            throw UpstreamFailure.unusable("its answer has no depths");
        }
        JsonNode total = answer.path("total");
        boolean counted = total.isIntegralNumber() && total.canConvertToLong();
        DelveDepths depths = DelveDepths.of(counted ? total.longValue() : list.size(), list.size(), list.toString());
        if (!depths.fitIntoAnEvent()) {
            throw UpstreamFailure.unusable("its depths are too large to be kept");
        }
        return depths;
    }
}
