package dev.kiwi.web.face;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of the showcase site.
 *
 * @param path its address, or a pattern with one variable at its end
 * @param name of its template and, when it has one, of its script
 * @param group the part of the menu that shows it; null for none
 * @param label its name in the menu
 * @param indexed whether search engines may show it
 * @param scripted whether {@code /static/pages/NAME.js} goes with it
 */
record SitePage(
        String path,
        String name,
        @Nullable String group,
        String label,
        String title,
        String description,
        boolean indexed,
        boolean scripted) {
    static final List<SitePage> ALL = List.of(
            page(
                    "/",
                    "home",
                    null,
                    "Home",
                    "Trove data, live",
                    "Live data of the game Trove: timers, leaderboards, player activity, market prices and giveaways, with an API for your own tools."),
            page(
                    "/status",
                    "status",
                    "Live",
                    "Server status",
                    "Are Trove's servers up?",
                    "Whether Trove's EU, US and PTS servers and account logins are up now, and how they stood in the last weeks."),
            page(
                    "/rotations",
                    "rotations",
                    "Live",
                    "Rotations",
                    "Trove rotations and timers",
                    "What runs in Trove now and what comes next: daily and weekly buffs, Corruxion, Fluxion, Luxion, chaos chest, biomes and more."),
            page(
                    "/calendar",
                    "calendar",
                    "Live",
                    "Calendar",
                    "Trove calendar",
                    "A year of Trove's buffs, merchants and events, also as a feed for your own calendar."),
            page(
                    "/activity",
                    "activity",
                    "Live",
                    "Player activity",
                    "How many people play Trove?",
                    "Active Trove players: a live estimate, the last 24 hours and 7 days, and the history of months."),
            page(
                    "/class-activity",
                    "class-activity",
                    "Live",
                    "Class activity",
                    "Which Trove classes are played?",
                    "The share of each of Trove's classes among the players of the last days, and how it has changed."),
            page(
                    "/leaderboards",
                    "leaderboards",
                    "Competitive",
                    "Leaderboards",
                    "Trove leaderboards",
                    "Every Trove leaderboard hour by hour: ranks, scores, changes since yesterday, histories and players."),
            page(
                    "/commands",
                    "commands",
                    "Reference",
                    "Commands",
                    "Trove slash commands",
                    "Every slash command of Trove in one searchable list."),
            page(
                            "/documentation",
                            "documentation",
                            "Reference",
                            "User guide",
                            "User guide",
                            "How to read each page of the site, and where its numbers come from.")
                    .withoutScript(),
            page(
                    "/market",
                    "market",
                    "Community",
                    "Market",
                    "Trove market prices",
                    "What is listed on Trove's market: prices now and day by day for each item that counts."),
            page(
                    "/giveaways",
                    "giveaways",
                    "Community",
                    "Giveaways",
                    "Trove giveaways",
                    "Giveaways that are open, to come and over, with odds and draws that anybody can check."),
            page(
                            "/support",
                            "support",
                            null,
                            "Support",
                            "Support the project",
                            "Ways to support the project, and the people who do.")
                    .withoutScript(),
            page(
                            "/terms",
                            "terms",
                            null,
                            "Terms",
                            "Terms of use",
                            "What you may do with the site and the API, and what we promise.")
                    .withoutScript(),
            page(
                            "/privacy",
                            "privacy",
                            null,
                            "Privacy",
                            "Privacy",
                            "What is stored about you, for how long, and how to have it erased.")
                    .withoutScript(),
            page(
                    "/player/{name}",
                    "player",
                    null,
                    "Player",
                    "Player",
                    "Ranks, scores and records of a Trove player on every leaderboard."),
            page("/login", "login", null, "Sign in", "Sign in", "Sign in with Discord.")
                    .hidden(),
            page(
                            "/dashboard",
                            "dashboard",
                            null,
                            "Dashboard",
                            "Dashboard",
                            "Your profile, giveaways and claimed player.")
                    .hidden(),
            page(
                            "/styleguide",
                            "styleguide",
                            null,
                            "Style guide",
                            "Style guide",
                            "The colours, type and components that every page is made of.")
                    .hidden());

    private static SitePage page(
            String path, String name, @Nullable String group, String label, String title, String description) {
        return new SitePage(path, name, group, label, title, description, true, true);
    }

    private SitePage hidden() {
        return new SitePage(path, name, group, label, title, description, false, scripted);
    }

    private SitePage withoutScript() {
        return new SitePage(path, name, group, label, title, description, indexed, false);
    }

    /** Whether one address is all there is of it. */
    boolean isSingle() {
        return !path.contains("{");
    }

    static Optional<SitePage> named(String name) {
        return ALL.stream().filter(page -> page.name().equals(name)).findFirst();
    }
}
