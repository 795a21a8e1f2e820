package dev.kiwi.journey;

import java.util.List;
import java.util.Locale;

/** Every page that is open to all, for checks and pictures. */
final class Pages {
    /** A page by its face. */
    record Shown(Host host, String path, boolean charts) {
        String url(KiwiProcess kiwi) {
            return switch (host) {
                case SITE -> kiwi.site(path);
                case PORTAL -> kiwi.portal(path);
                case DOCS -> kiwi.docs(path);
            };
        }

        /** Of its picture. */
        String name() {
            String rest = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
            return host.name().toLowerCase(Locale.ROOT) + (rest.isEmpty() ? "" : "-" + rest);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    enum Host {
        SITE,
        PORTAL,
        DOCS
    }

    static final List<Shown> OPEN = List.of(
            site("/"),
            chart("/status"),
            site("/rotations"),
            site("/calendar"),
            chart("/activity"),
            chart("/class-activity"),
            chart("/leaderboards"),
            site("/commands"),
            site("/documentation"),
            chart("/market"),
            site("/giveaways"),
            site("/support"),
            site("/terms"),
            site("/privacy"),
            site("/login"),
            site("/api-info"),
            chart("/styleguide"),
            site("/no/such/page"),
            new Shown(Host.PORTAL, "/", false),
            new Shown(Host.PORTAL, "/#signup", false),
            chart("/player/Nobody"),
            docs("/"),
            docs("/guide/webhooks"),
            docs("/reference"),
            docs("/reference/leaderboards"),
            docs("/no/such/page"));

    private Pages() {}

    private static Shown site(String path) {
        return new Shown(Host.SITE, path, false);
    }

    private static Shown docs(String path) {
        return new Shown(Host.DOCS, path, false);
    }

    private static Shown chart(String path) {
        return new Shown(Host.SITE, path, true);
    }
}
