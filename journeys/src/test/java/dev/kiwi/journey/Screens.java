package dev.kiwi.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of every page in every look, for people to look at: {@code ./kiwi screens}. */
final class Screens {
    private static final int QUALITY = 45;
    private static final int CALLS = 20;

    private final World world;
    private final Path folder;

    private Screens(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** @param arguments the folder to write to */
    public static void main(String[] arguments) throws Exception {
        try (World world = World.start()) {
            Screens screens = new Screens(world, Path.of(arguments[0]));
            screens.useTheApi();
            for (Look look : Look.values()) {
                screens.open(look);
                screens.dashboard(look);
                screens.portal(look);
            }
        }
    }

    /** So that tabs about tokens and calls have something to show. */
    private void useTheApi() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.revoke(portal.mint("old reader"), "replaced");
            Portal.Minted bot = portal.mint("leader bot");
            for (int i = 0; i < CALLS; i++) {
                portal.read("/v1/leaderboards/timestamps", bot);
                portal.read("/v1/activity/current", bot);
                portal.read("/v1/leaderboards/players/Nobody/history?limit=x", bot);
            }
        }
    }

    private void open(Look look) {
        for (Pages.Shown shown : pages()) {
            try (Visit visit = world.visit(look)) {
                visit.open(shown.url(world.kiwi()));
                save(visit, shown.name());
            }
        }
    }

    /** With a player who exists. */
    private List<Pages.Shown> pages() {
        List<Pages.Shown> all = new ArrayList<>(Pages.OPEN);
        try (Visit visit = world.visit(Look.DESKTOP_DARK)) {
            visit.open(world.kiwi().site("/leaderboards"));
            visit.hook("entry-row").first().waitFor();
            String name = visit.hook("entry-row")
                    .first()
                    .locator(".name")
                    .textContent()
                    .strip();
            all.add(new Pages.Shown(Pages.Host.SITE, "/player/" + name, true));
        }
        return all;
    }

    private void dashboard(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().site("/login"));
            visit.page().locator("#discord").click();
            visit.page().waitForURL(url -> url.endsWith("/dashboard"));
            for (String section : List.of("profile", "giveaways", "leaderboard", "sessions")) {
                visit.page().locator("[data-section=" + section + "]").click();
                visit.settle();
                save(visit, "site-dashboard-" + section);
            }
        }
    }

    private void portal(Look look) {
        try (Visit visit = world.visit(look)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            for (String tab : portal.tabs()) {
                portal.open(tab);
                save(visit, "portal-" + tab);
            }
        }
    }

    private void save(Visit visit, String name) {
        String device = visit.look().isPhone() ? "phone" : "desktop";
        Path file = folder.resolve(name + "-" + device + "-" + visit.look().theme() + ".jpg");
        visit.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(file)
                        .setType(ScreenshotType.JPEG)
                        .setQuality(QUALITY)
                        .setAnimations(ScreenshotAnimations.DISABLED));
        System.out.println(file);
    }
}
