package dev.kiwi.web.app;

import dev.kiwi.web.app.Variable.Address;
import dev.kiwi.web.app.Variable.Choice;
import dev.kiwi.web.app.Variable.Flag;
import dev.kiwi.web.app.Variable.Kind;
import dev.kiwi.web.app.Variable.Number;
import dev.kiwi.web.app.Variable.Pattern;
import dev.kiwi.web.app.Variable.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every variable that Kiwi reads; docs/configuration.md and .env.example are held equal to it by a test. A name that is
 * not here cannot be read: {@link Settings} hands out no other.
 */
final class Variables {
    private static final Kind TEXT = new Text(false);
    private static final Kind SECRET = new Text(true);
    private static final Kind FLAG = new Flag();
    private static final Kind COUNT = new Number(1, Integer.MAX_VALUE);
    private static final Kind ANY_COUNT = new Number(0, Integer.MAX_VALUE);
    private static final Kind BYTES = new Number(1, Long.MAX_VALUE);
    private static final Kind PORT = new Number(0, 65_535);
    private static final Kind WEB = new Address(List.of("http", "https"), false);

    static final List<Group> GROUPS = List.of(
            new Group(
                    "The process",
                    of("KIWI_PORT", PORT, "15546", "HTTP port, 0 for a free one; `--port` wins"),
                    of("KIWI_BIND", TEXT, "0.0.0.0", "address to listen on"),
                    of("KIWI_DATA", TEXT, "./data", "data directory; `--data` wins"),
                    of("KIWI_ROLE", new Choice(List.of("all", "api", "projector")), "all", "`--role` wins"),
                    of(
                            "KIWI_DEMO",
                            FLAG,
                            "false",
                            "file generated sample data of a fortnight after the start; `--demo` sets it"),
                    of("KIWI_DRAIN_SECONDS", COUNT, "20", "longest wait for requests in flight at a stop"),
                    of("KIWI_OPERATOR_SECRET", SECRET, null, "credential of `./kiwi`; made at the first start"),
                    of("KIWI_URL", WEB, null, "for `./kiwi` commands: an instance that is not on this machine"),
                    of("KIWI_JAVA_OPTS", TEXT, null, "further options of the JVM, read by the script"),
                    of("KIWI_AOT", FLAG, "true", "false: the script uses and makes no AOT cache"),
                    of(
                            "LOG_FORMAT",
                            new Choice(List.of("json", "text")),
                            "text",
                            "lines for people, or a JSON object each"),
                    of("DEBUG", FLAG, "false", "verbose log"),
                    of("APP_NAME", TEXT, "Kiwi API", "title of the API"),
                    of(
                            "SUPPORT_LINKS",
                            TEXT,
                            null,
                            "where people can give something: `label=https://…`, with commas in between"),
                    of(
                            "COMMUNITY_LINKS",
                            TEXT,
                            null,
                            "where people meet, GitHub and Discord for instance: `label=https://…`, with commas in between"),
                    of("SUPPORTERS", TEXT, null, "names with commas in between, the list when there never was one")),
            new Group(
                    "Stores (unset: an embedded one is started)",
                    of("POSTGRES_DSN", store("postgresql", "postgres"), null, "external Postgres"),
                    of("POSTGRES_POOL_MIN", COUNT, "2", "idle connections kept"),
                    of("POSTGRES_POOL_MAX", COUNT, "24", "most connections of one process"),
                    of("REDIS_URL", store("redis", "rediss"), null, "external Redis"),
                    of("MONGO_URI", store("mongodb", "mongodb+srv"), null, "external MongoDB"),
                    of("MONGO_DB", TEXT, "kiwi", "database name"),
                    of("KIWI_POSTGRES_PORT", PORT, "0", "embedded Postgres, 0 for a free port"),
                    of("KIWI_REDIS_PORT", PORT, "0", "embedded Redis, 0 for a free port"),
                    of("KIWI_MONGO_PORT", PORT, "0", "embedded Mongo server, 0 for a free port"),
                    of("KIWI_POSTGRES_SHARED_BUFFERS_MB", new Number(16, 65_536), "256", "embedded Postgres's cache"),
                    of(
                            "BLOB_DIR",
                            TEXT,
                            null,
                            "large payloads of events, by hash; unset: `blobs` in the data directory; nodes of one cluster share it"),
                    of("BACKLOG_DIR", TEXT, null, "received dumps; unset: `backlog` in the data directory"),
                    of("BACKLOG_ENABLED", FLAG, "true", "whether received dumps are kept there"),
                    of("BACKLOG_RETENTION_DAYS", ANY_COUNT, "0", "how long; 0 for ever")),
            new Group(
                    "Identity",
                    of("SECRET_KEY", SECRET, null, "root of all keys, 32 characters at least; made at the first start"),
                    of("ADMIN_EMAIL", TEXT, null, "superuser made or kept at each start"),
                    of(
                            "ADMIN_PASSWORD",
                            SECRET,
                            null,
                            "its password; the environment wins over the portal, a moment after the start"),
                    of("ACCESS_TOKEN_EXPIRE_MINUTES", COUNT, "15", "life of a session's JWT"),
                    of("REFRESH_TOKEN_EXPIRE_DAYS", COUNT, "30", "life of a session"),
                    of("API_TOKEN_PREFIX", TEXT, "kiwi", "first part of an API token"),
                    of("TOKEN_CREATION_DAILY_LIMIT", COUNT, "3", "tokens an account may mint in 86,400 s"),
                    of("TOKEN_TOUCH_INTERVAL_SECONDS", COUNT, "60", "a token's last use is noted this often"),
                    of("TOKEN_INACTIVITY_REVOKE_DAYS", COUNT, "182", "a token that nobody uses for so long is revoked"),
                    of("TOKEN_EXPIRY_WARNING_DAYS", COUNT, "7", "a token's owner is told so long before it ends"),
                    of("GITHUB_CLIENT_ID", TEXT, null, "OAuth application of GitHub; logins there need both halves"),
                    of("GITHUB_CLIENT_SECRET", SECRET, null, "its secret"),
                    of(
                            "GITHUB_SECRET_SCANNING_VERIFY",
                            FLAG,
                            "true",
                            "false: reports of leaked tokens need no signature; for tests only"),
                    of(
                            "GITHUB_SECRET_SCANNING_KEYS_URL",
                            WEB,
                            "https://api.github.com/meta/public_keys/secret_scanning",
                            "where GitHub's keys for such reports are"),
                    of("PASSWORD_MIN_LENGTH", COUNT, "8", "shortest password"),
                    of("REQUIRE_VERIFIED_FOR_LOGIN", FLAG, "true", "a login needs a verified address"),
                    of("REQUIRE_VERIFIED_FOR_TOKENS", FLAG, "true", "minting needs a verified address"),
                    of(
                            "PASSKEY_RP_ID",
                            TEXT,
                            null,
                            "domain that passkeys are for; unset: the portal's host. Another one loses all passkeys"),
                    of("LOGIN_MAX_ATTEMPTS", COUNT, "5", "failures before a lockout"),
                    of("LOGIN_ATTEMPT_WINDOW_SECONDS", COUNT, "900", "window in which failures count"),
                    of("LOGIN_LOCKOUT_SECONDS", COUNT, "900", "length of a lockout"),
                    of("DISCORD_CLIENT_ID", TEXT, null, "sign-in of the website; offered with both halves only"),
                    of("DISCORD_CLIENT_SECRET", SECRET, null, "the other half"),
                    of("CAPTCHA_PROVIDER", new Choice(List.of("turnstile", "hcaptcha")), "turnstile", "whose widget"),
                    of("CAPTCHA_SECRET", SECRET, null, "Kiwi's half of the captcha; enforced with both halves only"),
                    of("CAPTCHA_SITEKEY", TEXT, null, "the widget's half of the captcha"),
                    of("PASSWORD_BREACH_CHECK", FLAG, "true", "refuse passwords that were in a data breach"),
                    of("DISPOSABLE_EMAIL_CHECK", FLAG, "true", "refuse throw-away addresses"),
                    of("EMAIL_VERIFICATION_EXPIRE_HOURS", COUNT, "48", "life of a link that verifies an address"),
                    of("PASSWORD_RESET_EXPIRE_HOURS", COUNT, "1", "life of a link to a new password"),
                    of(
                            "WEBHOOK_TRUSTED_HOSTS",
                            TEXT,
                            null,
                            "comma list of hosts that webhooks may reach by plain HTTP, on any port and in private networks; for tests and development")),
            new Group(
                    "Mail",
                    of("SMTP_HOST", TEXT, null, "unset: mail is off, and what would be sent is logged"),
                    of("SMTP_PORT", new Number(1, 65_535), "25", "its port"),
                    of("SMTP_USERNAME", TEXT, null, "unset: no log-in"),
                    of("SMTP_PASSWORD", SECRET, null, "its password"),
                    of("SMTP_STARTTLS", FLAG, "false", "begins in the clear and must be encrypted, as on port 587"),
                    of("SMTP_SSL", FLAG, "false", "encrypted from the first byte, as on port 465"),
                    of("MAIL_FROM", TEXT, "no-reply@aallyn.net", "address of the sender"),
                    of("MAIL_FROM_NAME", TEXT, "Kiwi", "its name"),
                    of("SECURITY_EMAIL_NOTIFICATIONS", FLAG, "true", "send security notices and expiry warnings"),
                    of(
                            "EMAIL_WORKER_POLL_SECONDS",
                            COUNT,
                            "10",
                            "what another node has queued waits this long at most"),
                    of("EMAIL_MAX_ATTEMPTS", new Number(1, 20), "5", "then a message has failed"),
                    of("EMAIL_RETRY_BASE_SECONDS", COUNT, "60", "pause after the first failure, doubled with each"),
                    of("EMAIL_OUTBOX_RETENTION_DAYS", COUNT, "30", "messages are deleted after this time")),
            new Group(
                    "HTTP",
                    of("API_URL", WEB, "https://api.aallyn.net", "this API as clients see it"),
                    of("DEV_URL", WEB, "https://dev.aallyn.net", "the developer portal"),
                    of("DOCS_URL", WEB, "https://docs.aallyn.net", "the documentation"),
                    of("APP_URL", WEB, "https://trove.aallyn.net", "the showcase site"),
                    of("CORS_ORIGINS", TEXT, null, "comma list; unset: platform's default"),
                    of("CORS_ORIGIN_REGEX", new Pattern(), null, "full match; unset: platform's default"),
                    of("TRUSTED_PROXIES", TEXT, "127.0.0.0/8,::1", "networks whose X-Forwarded-For is believed"),
                    of("MAX_REQUEST_BODY_BYTES", BYTES, "8388608", "largest body"),
                    of("LEADERBOARDS_MAX_REQUEST_BODY_BYTES", BYTES, "20971520", "largest dump"),
                    of("MARKET_MAX_REQUEST_BODY_BYTES", BYTES, "20971520", "largest dump of the marketplace"),
                    of("MODS_MAX_REQUEST_BODY_BYTES", BYTES, "20971520", "largest mod"),
                    of("MODS_GIT_MAX_BODY_BYTES", BYTES, "104857600", "largest push by git"),
                    of("OCR_MAX_REQUEST_BODY_BYTES", BYTES, "12582912", "largest screenshot"),
                    of("IDEMPOTENCY_LOCK_SECONDS", COUNT, "60", "a running request holds its key this long"),
                    of("IDEMPOTENCY_RESULT_SECONDS", COUNT, "86400", "an answer is kept this long")),
            new Group(
                    "Usage and page views",
                    of("USAGE_RETENTION_DAYS", COUNT, "30", "recorded requests of tokens are kept this long"),
                    of("PAGEVIEW_TRACKING_ENABLED", FLAG, "true", "whether views of the site's pages are recorded"),
                    of("PAGEVIEW_RETENTION_DAYS", COUNT, "90", "they are kept this long")),
            new Group(
                    "Limits (defaults of settings that administrators change at run time)",
                    of("API_RATE_LIMIT_MAX", COUNT, "120", "requests of a token in a window"),
                    of("API_RATE_LIMIT_WINDOW_SECONDS", COUNT, "60", "its window"),
                    of("PUBLIC_ANON_RATE_LIMIT_MAX", COUNT, "30", "anonymous requests of an address in a window"),
                    of("PUBLIC_ANON_RATE_LIMIT_WINDOW_SECONDS", COUNT, "60", "its window"),
                    of(
                            "PUBLIC_ANON_RATE_LIMIT_ENABLED",
                            FLAG,
                            "true",
                            "false: public reads are not limited by address, as behind a proxy that does so; at the start only"),
                    of("SIGNUP_RATE_LIMIT_MAX", COUNT, "5", "sign-ups of an address in a window"),
                    of("SIGNUP_RATE_LIMIT_WINDOW_SECONDS", COUNT, "3600", "its window"),
                    of("FORGOT_PASSWORD_RATE_LIMIT_MAX", COUNT, "5", "asked resets of an address in a window"),
                    of("FORGOT_PASSWORD_RATE_LIMIT_WINDOW_SECONDS", COUNT, "3600", "its window"),
                    of("LOGIN_RATE_LIMIT_MAX", COUNT, "10", "logins of an address in a window"),
                    of("LOGIN_RATE_LIMIT_WINDOW_SECONDS", COUNT, "300", "its window"),
                    of("CODEXES_RATE_LIMIT_MULTIPLIER", COUNT, "5", "factor of both budgets for codexes"),
                    of("INGEST_COOLDOWN_MAX", COUNT, "1", "dumps in a window"),
                    of("INGEST_COOLDOWN_WINDOW_SECONDS", COUNT, "300", "its window"),
                    of("LEADERBOARDS_ARCHIVE_QUERY_THRESHOLD_DAYS", COUNT, "3", "older reads count as archive"),
                    of("LEADERBOARDS_ARCHIVE_RATE_LIMIT_MAX", COUNT, "10", "archive reads in a window"),
                    of("LEADERBOARDS_ARCHIVE_RATE_LIMIT_WINDOW_SECONDS", COUNT, "60", "its window"),
                    of("MARKET_ARCHIVE_RATE_LIMIT_MAX", COUNT, "10", "market reads with expired listings in a window"),
                    of("MARKET_ARCHIVE_RATE_LIMIT_WINDOW_SECONDS", COUNT, "60", "its window"),
                    of(
                            "RATE_LIMIT_ALERT_EMAIL",
                            TEXT,
                            null,
                            "operator who is mailed which tokens met limits; unset: none"),
                    of("RATE_LIMIT_ALERT_THRESHOLD", COUNT, "20", "fewest refusals that the digest is mailed for"),
                    of("RATE_LIMIT_DIGEST_WINDOW_HOURS", COUNT, "24", "how far the digest looks back"),
                    of("EVENTS_MAX_CONNECTIONS", COUNT, "1000", "connections of the event stream that a node holds"),
                    of("EVENTS_MAX_CONNECTIONS_PER_IP", COUNT, "20", "of them of one address without a token"),
                    of("EVENTS_MAX_CONNECTIONS_PER_TOKEN", COUNT, "50", "of them with one token"),
                    of("EVENTS_PING_SECONDS", new Number(5, 3_600), "20", "longest silence of the event stream"),
                    of("MODS_HUB_ENABLED", FLAG, "true", "whether there is a mods hub")),
            new Group(
                    "Services of others (base addresses; a stand-in may play each)",
                    of("FEEDS_ENABLED", FLAG, "true", "false: nothing is relayed; what is known is served"),
                    of("STATUS_PROBER_ENABLED", FLAG, "true", "false: the game's servers are not probed"),
                    of("TWITCH_CLIENT_ID", TEXT, null, "application of Twitch; streams need both halves"),
                    of("TWITCH_CLIENT_SECRET", SECRET, null, "the other half"),
                    of("YT_API_KEY", SECRET, null, "key of YouTube's Data API; videos of YouTube need it"),
                    of(
                            "BTT_REPOSITORY",
                            TEXT,
                            "AallynReed/BetterTroveTools",
                            "repository of the desktop app at GitHub"),
                    of("BTT_GITHUB_TOKEN", SECRET, null, "for reading it more often than 60 times an hour"),
                    of("UPSTREAM_BILIBILI_URL", WEB, "https://search.bilibili.com", "Bilibili's search pages"),
                    of("UPSTREAM_BILIBILI_IMAGES_URL", WEB, null, "plays Bilibili's image servers; unset: they do"),
                    of("DELVES_REFERER", TEXT, null, "address that the service of the delves wants to be asked from"),
                    of("UPSTREAM_DELVES_URL", WEB, null, "delves of each week; unset: none are fetched"),
                    of("UPSTREAM_DISCORD_URL", WEB, "https://discord.com", "sign-in with Discord, pages and API"),
                    of("UPSTREAM_GITHUB_API_URL", WEB, "https://api.github.com", "GitHub's API"),
                    of("UPSTREAM_GITHUB_URL", WEB, "https://github.com", "GitHub's pages, for logins"),
                    of("UPSTREAM_HCAPTCHA_URL", WEB, "https://api.hcaptcha.com", "captchas of hCaptcha"),
                    of("UPSTREAM_HIBP_URL", WEB, "https://api.pwnedpasswords.com", "passwords of data breaches"),
                    of("UPSTREAM_TROVESAURUS_URL", WEB, "https://trovesaurus.com", "the community's calendar"),
                    of("UPSTREAM_TROVE_LOGIN_URL", WEB, "https://auth.trionworlds.com/", "the game's account gateway"),
                    of("UPSTREAM_TROVE_NEWS_URL", WEB, "https://trovegame.com", "the game's news"),
                    of("UPSTREAM_TURNSTILE_URL", WEB, "https://challenges.cloudflare.com", "captchas of Turnstile"),
                    of("UPSTREAM_TWITCH_LOGIN_URL", WEB, "https://id.twitch.tv", "where Twitch grants tokens"),
                    of("UPSTREAM_TWITCH_URL", WEB, "https://api.twitch.tv", "Twitch's API"),
                    of("UPSTREAM_YOUTUBE_URL", WEB, "https://www.googleapis.com", "YouTube's Data API")),
            new Group(
                    "Containers (for compose.yaml and the backup scripts; Kiwi itself reads none of these)",
                    of("POSTGRES_PASSWORD", SECRET, null, "made at the first start of its container, as the next four"),
                    of("REDIS_PASSWORD", SECRET, null, "letters and digits, as all of these: they stand in addresses"),
                    of("MONGO_ROOT_USER", TEXT, "root", "administers MongoDB"),
                    of("MONGO_ROOT_PASSWORD", SECRET, null, "its password"),
                    of("MONGO_APP_USER", TEXT, "kiwi_app", "reads and writes Kiwi's database, and nothing else"),
                    of("MONGO_APP_PASSWORD", SECRET, null, "its password"),
                    of("BACKUP_DIR", TEXT, "backups", "where the backup scripts write"),
                    of("BACKUP_RETENTION_DAYS", COUNT, "14", "they delete their own older files")));

    private Variables() {}

    /** A heading of the documentation and what stands under it. */
    record Group(String title, List<Variable> variables) {
        Group(String title, Variable... variables) {
            this(title, List.of(variables));
        }
    }

    static Stream<Variable> all() {
        return GROUPS.stream().flatMap(group -> group.variables().stream());
    }

    static Optional<Variable> named(String name) {
        return all().filter(variable -> variable.name().equals(name)).findFirst();
    }

    private static Variable of(String name, Kind kind, @Nullable String fallback, String meaning) {
        return new Variable(name, kind, fallback, meaning);
    }

    private static Kind store(String... schemes) {
        return new Address(List.of(schemes), true);
    }
}
