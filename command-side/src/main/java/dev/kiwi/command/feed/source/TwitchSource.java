package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.TwitchStream;
import dev.kiwi.command.upstream.UpstreamAnswer;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamRequest;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who streams the game on Twitch (feeds-events.md A2). The token is kept until Twitch refuses it. */
public final class TwitchSource implements Source {
    private static final String STREAMS = "/helix/streams?game_id=412756&first=100";
    private static final int REFUSED = 401;
    private static final int LONGEST_LINE = 300;

    private final UpstreamService helix;
    private final UpstreamService logins;
    private final Credentials credentials;
    private volatile @Nullable String token;

    public TwitchSource(UpstreamService helix, UpstreamService logins, Credentials credentials) {
        this.helix = helix;
        this.logins = logins;
        this.credentials = credentials;
    }

    /** Of an application that is registered with Twitch; blank: nothing is fetched. */
    public record Credentials(String clientId, String clientSecret) {
        boolean areComplete() {
            return !clientId.isBlank() && !clientSecret.isBlank();
        }

        /** Hides the secret, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Credentials[" + areComplete() + "]";
        }
    }

    @Override
    public String name() {
        return Feed.TWITCH.key();
    }

    @Override
    public String host() {
        return helix.host();
    }

    @Override
    public boolean isConfigured() {
        return credentials.areComplete();
    }

    @Override
    public boolean isLeftAlone() {
        return helix.isLeftAlone() || logins.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        String kept = token;
        UpstreamAnswer answer;
        try {
            answer = streams(kept == null ? freshToken() : kept);
        } catch (UpstreamFailure e) {
            token = null;
            if (e.status() != REFUSED || kept == null) {
                throw e;
            }
            answer = streams(freshToken());
        }
        return new Fetched.Told(Items.fetched(Feed.TWITCH, items(FeedJson.read(answer.text()))), Validators.NONE);
    }

    private UpstreamAnswer streams(String bearer) throws UpstreamFailure {
        return helix.send(UpstreamRequest.get(helix.below(STREAMS))
                .with("Client-Id", credentials.clientId())
                .with("Authorization", "Bearer " + bearer));
    }

    private String freshToken() throws UpstreamFailure {
        Map<String, String> form = Map.of(
                "client_id", credentials.clientId(),
                "client_secret", credentials.clientSecret(),
                "grant_type", "client_credentials");
        UpstreamAnswer answer = logins.send(UpstreamRequest.post(logins.below("/oauth2/token"), QueryText.of(form)));
        String granted = FeedJson.read(answer.text()).path("access_token").stringValue("");
        // It has to fit into a header.
        if (!granted.matches("[\\x21-\\x7e]{1,500}")) {
            throw UpstreamFailure.unusable("it grants no token");
        }
        token = granted;
        return granted;
    }

    static List<FeedItem> items(JsonNode answer) throws UpstreamFailure {
        JsonNode list = answer.isArray() ? answer : answer.path("data");
        if (!list.isArray()) {
            throw UpstreamFailure.unusable("its answer is no list of streams");
        }
        List<FeedItem> items = list.valueStream()
                .flatMap(entry -> Stream.ofNullable(stream(entry)))
                .map(stream -> Items.published(stream.login(), stream.startedAt(), stream))
                .toList();
        if (items.isEmpty() && !list.isEmpty()) {
            throw UpstreamFailure.unusable("its streams have no names");
        }
        return items;
    }

    private static @Nullable TwitchStream stream(JsonNode entry) {
        String name = UpstreamText.member(entry, "user_name", LONGEST_LINE);
        String login = Objects.requireNonNullElse(
                UpstreamText.member(entry, "user_login", LONGEST_LINE), Objects.requireNonNullElse(name, ""));
        if (login.isEmpty()) {
            return null;
        }
        String thumbnail = entry.path("thumbnail_url")
                .stringValue("")
                .replace("{width}", "440")
                .replace("{height}", "248");
        return new TwitchStream(
                Objects.requireNonNullElse(name, login),
                login,
                "https://twitch.tv/" + QueryText.encoded(login),
                Objects.requireNonNullElse(UpstreamText.member(entry, "title", LONGEST_LINE), ""),
                Math.max(0, entry.path("viewer_count").longValue(0)),
                UpstreamText.member(entry, "game_name", LONGEST_LINE),
                IsoTime.seconds(IsoTime.of(entry.path("started_at").stringValue(""))),
                UpstreamText.address(thumbnail));
    }
}
