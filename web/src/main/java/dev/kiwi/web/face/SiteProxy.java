package dev.kiwi.web.face;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A read of the site's own pages that is answered as one of the API is, without its budget (web.md D.2 and D.9).
 *
 * @param from its address below {@code /site}
 * @param to the address of the API, with the same variables
 * @param seconds for which browsers may keep the answer; zero for {@code no-cache}, {@link #AS_THE_API_SAYS}
 * @param bounds of whole numbers among its parameters
 */
record SiteProxy(PathPattern from, String to, int seconds, List<Bound> bounds) {
    /**
     * @param usual what stands for one that is not given; null leaves that to the API
     * @param clamped whether the nearest stands for one outside; else it is refused
     */
    record Bound(String name, int least, int most, @Nullable Integer usual, boolean clamped) {}

    /** Of an answer whose time is a setting. */
    static final int AS_THE_API_SAYS = -1;

    private static final int DRAW = 15;
    private static final int SHORT = 30;
    private static final int LONG = 60;

    /** In the order in which they are tried: literal addresses before those with variables. */
    static final List<SiteProxy> ALL = List.of(
            proxy("/site/leaderboards/activity", "/v1/activity/current", 0),
            proxy("/site/leaderboards/activity/series", "/v1/activity/series", 0),
            proxy("/site/leaderboards/activity/history", "/v1/activity/history", 0, clamped("days", 1, 30, null)),
            proxy("/site/leaderboards/class-activity/current", "/v1/class-activity/current", 0),
            proxy("/site/leaderboards/class-activity/series", "/v1/class-activity/series", 0),
            proxy("/site/leaderboards/timestamps", "/v1/leaderboards/timestamps", SHORT, bound("limit", 1, 365, 60)),
            proxy("/site/leaderboards/boards", "/v1/leaderboards", LONG),
            proxy("/site/leaderboards/cheaters", "/v1/leaderboards/cheaters", AS_THE_API_SAYS),
            proxy("/site/leaderboards/renames", "/v1/leaderboards/renames", LONG, bound("limit", 1, 200, 50)),
            proxy("/site/leaderboards/compare", "/v1/leaderboards/compare", LONG),
            proxy(
                    "/site/leaderboards/players/{name}/history",
                    "/v1/leaderboards/players/{name}/history",
                    SHORT,
                    bound("limit", 1, 500, 50)),
            proxy("/site/leaderboards/players/{name}/profile", "/v1/leaderboards/players/{name}/profile", SHORT),
            proxy(
                    "/site/leaderboards/players/{name}/series",
                    "/v1/leaderboards/players/{name}/series",
                    SHORT,
                    bound("days", 1, 30, null)),
            proxy(
                    "/site/leaderboards/{uuid}/entries",
                    "/v1/leaderboards/{uuid}/entries",
                    SHORT,
                    bound("limit", 1, 1_000, 100)),
            proxy(
                    "/site/leaderboards/{uuid}/history",
                    "/v1/leaderboards/{uuid}/history",
                    LONG,
                    bound("days", 1, 30, 7),
                    bound("top", 1, 20, 5)),
            proxy("/site/leaderboards/{uuid}/health", "/v1/leaderboards/{uuid}/health", LONG),
            proxy("/site/leaderboards/{uuid}/cutoffs", "/v1/leaderboards/{uuid}/cutoffs", LONG),
            proxy("/site/market/items", "/v1/market/items", LONG),
            proxy("/site/market/listings", "/v1/market/listings", SHORT, bound("limit", 1, 500, 100)),
            proxy("/site/market/items/{name}/summary", "/v1/market/items/{name}/summary", SHORT),
            proxy(
                    "/site/market/items/{name}/history",
                    "/v1/market/items/{name}/history",
                    SHORT,
                    bound("days", 1, 365, 30)),
            proxy("/site/trove-status", "/v1/misc/trove-status", SHORT),
            proxy("/site/trove-status/history", "/v1/misc/trove-status/history", LONG, clamped("days", 1, 90, 7)),
            proxy("/site/btt/latest", "/v1/btt/latest", LONG),
            proxy("/site/giveaways/{id}/draw", "/v1/giveaways/{id}/draw", DRAW),
            // A clock that was kept is late by its age.
            proxy("/site/rotations/server-time", "/v1/rotations/server-time", 0),
            proxy("/site/rotations/{name}", "/v1/rotations/{name}", SHORT),
            proxy("/site/rotations/{name}/{part}", "/v1/rotations/{name}/{part}", SHORT),
            proxy("/site/feeds/news", "/v1/feeds/news", LONG),
            proxy("/site/events/upcoming", "/v1/feeds/events/upcoming", LONG));

    /** The address of the API for one of this proxy; null when it is not this one's. */
    @Nullable
    String target(PathContainer path) {
        PathPattern.PathMatchInfo match = from.matchAndExtract(path);
        if (match == null) {
            return null;
        }
        String target = to;
        for (Map.Entry<String, String> variable : match.getUriVariables().entrySet()) {
            target = target.replace(
                    "{" + variable.getKey() + "}",
                    UriUtils.encodePathSegment(variable.getValue(), StandardCharsets.UTF_8));
        }
        return target;
    }

    private static SiteProxy proxy(String from, String to, int seconds, Bound... bounds) {
        return new SiteProxy(PathPatternParser.defaultInstance.parse(from), to, seconds, List.of(bounds));
    }

    private static Bound bound(String name, int least, int most, @Nullable Integer usual) {
        return new Bound(name, least, most, usual, false);
    }

    private static Bound clamped(String name, int least, int most, @Nullable Integer usual) {
        return new Bound(name, least, most, usual, true);
    }
}
