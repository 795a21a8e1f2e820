package dev.kiwi.web.http;

import java.util.List;
import java.util.Set;

/** Which paths belong to the showcase site: the one list for CSP, caching and page views (platform.md 1.8). */
public final class SitePaths {
    private static final Set<String> PAGES = Set.of(
            "/",
            "/documentation",
            "/commands",
            "/leaderboards",
            "/activity",
            "/class-activity",
            "/updates",
            "/support",
            "/status",
            "/mods",
            "/modpacks",
            "/market",
            "/codexes",
            "/giveaways",
            "/login",
            "/dashboard",
            "/rotations",
            "/calendar",
            "/server-time",
            "/terms",
            "/privacy",
            "/styleguide");
    private static final List<String> PAGE_PREFIXES = List.of("/mods/", "/modpacks/", "/player/");

    /** Paths whose 404 is JSON even for a browser (platform.md 1.7). */
    private static final List<String> MACHINE_PREFIXES = List.of(
            "/v1/",
            "/admin",
            "/site/",
            "/git/",
            "/secret-scanning",
            "/openapi",
            "/.well-known",
            "/health",
            "/config",
            "/metrics",
            "/api/",
            "/internal/",
            "/actuator",
            "/auth",
            "/tokens",
            "/webhooks");

    private SitePaths() {}

    /** A page that a visitor opens; these are not cached without asking. */
    public static boolean isPage(String path) {
        return PAGES.contains(path) || PAGE_PREFIXES.stream().anyMatch(path::startsWith);
    }

    public static boolean isStatic(String path) {
        return path.startsWith("/static/");
    }

    /** Anything that gets the site's content policy. */
    public static boolean isSite(String path) {
        return isPage(path) || isStatic(path) || path.startsWith("/site/");
    }

    /** A path that only programs call. */
    public static boolean isMachine(String path) {
        return path.equals("/v1") || MACHINE_PREFIXES.stream().anyMatch(path::startsWith);
    }
}
