package dev.kiwi.web.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.feed.FeedStandIn;
import dev.kiwi.web.fixture.WholeAnswers;
import dev.kiwi.web.openapi.DocumentedAnswers;
import dev.kiwi.web.scanning.GithubStandIn;
import dev.kiwi.web.siteuser.DiscordStandIn;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application, started as {@code kiwi up} starts it: real stores, real security, real projections. */
public final class RunningKiwi implements AutoCloseable {
    public static final String PASSWORD = "a password of the tests";
    /** Exports hold the events of all tests. */
    private static final int LARGEST_ANSWER = 64 << 20;

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final ShiftedClock clock = new ShiftedClock();
    private final TestUpstream breaches = new TestUpstream();
    private final TestUpstream github = new TestUpstream();
    private final GreenMail mail = smtpServer();
    private final ConfigurableApplicationContext context;
    private final String url;
    private final String passwordHash;
    private final DocumentedAnswers documented = new DocumentedAnswers(this::document);

    /** One that is nobody else's, to be closed; mostly the one of {@link WithKiwi} will do. */
    public RunningKiwi(Path data) {
        TestStores.Database database = TestStores.freshDatabase();
        String postgres = database.jdbcUrl()
                .replace("jdbc:postgresql://", "postgresql://" + database.user() + ":" + database.password() + "@");
        Settings settings = Settings.of(
                Map.of(),
                Map.of(),
                Map.ofEntries(
                        Map.entry("KIWI_PORT", "0"),
                        Map.entry("KIWI_BIND", "127.0.0.1"),
                        Map.entry("KIWI_DATA", data.toString()),
                        Map.entry("KIWI_DRAIN_SECONDS", "1"),
                        Map.entry("POSTGRES_DSN", postgres),
                        Map.entry("REDIS_URL", TestStores.redis().url()),
                        Map.entry("MONGO_URI", TestStores.mongo().uri()),
                        Map.entry("MONGO_DB", TestStores.freshMongoName()),
                        Map.entry("GITHUB_SECRET_SCANNING_KEYS_URL", GithubStandIn.url()),
                        Map.entry("UPSTREAM_HIBP_URL", breaches.uri().toString()),
                        Map.entry("WEBHOOK_TRUSTED_HOSTS", "127.0.0.1"),
                        Map.entry("UPSTREAM_DISCORD_URL", DiscordStandIn.url()),
                        Map.entry("DISCORD_CLIENT_ID", DiscordStandIn.CLIENT_ID),
                        Map.entry("DISCORD_CLIENT_SECRET", DiscordStandIn.CLIENT_SECRET),
                        Map.entry("GITHUB_CLIENT_ID", "client of the tests"),
                        Map.entry("GITHUB_CLIENT_SECRET", "secret of the tests"),
                        Map.entry("UPSTREAM_GITHUB_URL", github.uri().toString()),
                        Map.entry("UPSTREAM_GITHUB_API_URL", github.uri().toString()),
                        Map.entry("FEEDS_ENABLED", "false"),
                        Map.entry("STATUS_PROBER_ENABLED", "false"),
                        Map.entry("TWITCH_CLIENT_ID", "client of the tests"),
                        Map.entry("TWITCH_CLIENT_SECRET", "secret of the tests"),
                        Map.entry("YT_API_KEY", "key of the tests"),
                        Map.entry("UPSTREAM_BILIBILI_URL", FeedStandIn.url()),
                        Map.entry("UPSTREAM_BILIBILI_IMAGES_URL", FeedStandIn.url()),
                        Map.entry("UPSTREAM_DELVES_URL", FeedStandIn.url() + FeedStandIn.DELVES),
                        Map.entry("UPSTREAM_TROVESAURUS_URL", FeedStandIn.url()),
                        Map.entry("UPSTREAM_TROVE_LOGIN_URL", FeedStandIn.url() + FeedStandIn.LOGIN),
                        Map.entry("UPSTREAM_TROVE_NEWS_URL", FeedStandIn.url()),
                        Map.entry("UPSTREAM_TWITCH_LOGIN_URL", FeedStandIn.url()),
                        Map.entry("UPSTREAM_TWITCH_URL", FeedStandIn.url()),
                        Map.entry("UPSTREAM_YOUTUBE_URL", FeedStandIn.url()),
                        Map.entry("SMTP_HOST", "127.0.0.1"),
                        Map.entry("SMTP_PORT", Integer.toString(mail.getSmtp().getPort())),
                        Map.entry("LEADERBOARDS_MAX_REQUEST_BODY_BYTES", "65536")));
        // The one breached password: "password".
        breaches.answers(200, "1E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004\r\n");
        context = Kiwi.start(settings, beans -> {
            beans.registerBean("shiftedClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
            beans.registerBean("onlyTheApplication", TypeExcludeFilter.class, OnlyTheApplication::new);
        });
        url = "http://127.0.0.1:" + port();
        passwordHash = context.getBean(PasswordHasher.class).hash(PASSWORD).join();
    }

    private static GreenMail smtpServer() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(Duration.ofSeconds(20).toMillis());
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    /** What plays GitHub where people log in. */
    public TestUpstream github() {
        return github;
    }

    /** What has arrived at an address, oldest first. */
    public List<MimeMessage> mailTo(String address) {
        return List.of(mail.getReceivedMessagesForDomain(address));
    }

    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** A part of the application that no request reaches. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** As {@link #part(Class)}, where there are several of a type. */
    public <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** A client at an address that no other one has. */
    public WebTestClient client() {
        int n = SEQUENCE.incrementAndGet();
        return from("198.51." + n / 250 + "." + n % 250);
    }

    /** The loopback proxy is trusted. Each request has a connection of its own: what one leaves behind harms no other. */
    public WebTestClient from(String ip) {
        return WebTestClient.bindToServer(
                        new ReactorClientHttpConnector(HttpClient.create(ConnectionProvider.newConnection())))
                .baseUrl(url)
                .defaultHeader("X-Forwarded-For", ip)
                .filter(new WholeAnswers(documented))
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** The OpenAPI document as it is now. */
    public JsonNode document() {
        return JsonMapper.shared()
                .readTree(HttpClient.newConnection()
                        .get()
                        .uri(url + "/openapi.json")
                        .responseContent()
                        .aggregate()
                        .asByteArray()
                        .block());
    }

    public WebTestClient with(String bearer) {
        return from(client(), bearer);
    }

    public static WebTestClient from(WebTestClient client, String bearer) {
        return client.mutate()
                .defaultHeader("Authorization", "Bearer " + bearer)
                .build();
    }

    /** A verified account that no other test has, and a session of it. */
    public Account account() {
        return registered(false);
    }

    public Account superuser() {
        return registered(true);
    }

    /** Sessions are opened without the password's slow hash; LoginTest has those. */
    private Account registered(boolean superuser) {
        Account account = Account.of(new ObjectId().toHexString(), new ObjectId().toHexString(), this);
        EmailAddress email = EmailAddress.parse(account.email()).orElseThrow();
        send(new RegisterAccount(account.id(), email, "Somebody", passwordHash, true, superuser));
        send(new OpenSession(account.sessionId(), account.id(), 0, account.id(), null, Duration.ofDays(30), null));
        return account;
    }

    /** An account that a test has made itself, with a session that it has opened. */
    public Account known(String id, String sessionId) {
        return Account.of(id, sessionId, this);
    }

    /** @param session its access token */
    public record Account(String id, String email, String sessionId, String session) {
        private static Account of(String id, String sessionId, RunningKiwi kiwi) {
            SessionTokens.Claim claim = new SessionTokens.Claim(id, 0, sessionId);
            String session = kiwi.context.getBean(SessionTokens.class).issue(claim);
            return new Account(id, "u" + id + "@kiwi.example", sessionId, session);
        }
    }

    /** An API token of the account with all scopes. */
    public String token(Account account) {
        return mint(account, Map.of("name", "bot")).path("token").stringValue();
    }

    public JsonNode mint(Account account, Map<String, Object> body) {
        JsonNode minted = json(with(account.session()).post().uri("/tokens").bodyValue(body));
        awaitTokens(account);
        return minted;
    }

    /** The full history as an administrator reads it, with all that has happened by now. */
    public JsonNode history(String query) {
        WebTestClient admin = with(superuser().session());
        long newest = JdbcClient.create(part(DataSource.class))
                .sql("select max(global_index) from es.event")
                .query(Long.class)
                .single();
        return json(admin.get().uri("/admin/history?" + query).header("Kiwi-Min-Position", Long.toString(newest)))
                .path("items");
    }

    /** For those who look into the read model past the API, where a query waits for what was written. */
    public void awaitTokens(Account account) {
        json(with(account.session()).get().uri("/tokens"));
    }

    /** The body of a success. */
    public static JsonNode json(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** The body of an answer with that status. */
    public static JsonNode json(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public <R> Dispatched<R> send(Object command) {
        return send(command, CommandContext.system("test"));
    }

    public <R> Dispatched<R> send(Object command, CommandContext by) {
        return context.getBean(CommandDispatcher.class).<R>dispatch(command, by).join();
    }

    /** Does something at a later time of the application's clock, which then goes back. */
    public void later(Duration by, Runnable action) {
        clock.shift(by);
        try {
            action.run();
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    /** Does something within one moment of the application's clock: no second or minute begins meanwhile. */
    public void still(Runnable action) {
        clock.stand();
        try {
            action.run();
        } finally {
            clock.goOn();
        }
    }

    @Override
    public void close() {
        context.close();
        breaches.close();
        github.close();
        mail.stop();
    }
}
