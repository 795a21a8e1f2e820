package dev.kiwi.command.siteuser.discord;

import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.Known;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.NoAccess;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.NoAnswer;
import dev.kiwi.command.upstream.UpstreamClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Discord's OAuth (site-users.md 4): the page where somebody agrees, and who that was. Codes are never logged. */
public final class Discord {
    private static final Logger log = LoggerFactory.getLogger(Discord.class);
    private static final int OK = 200;
    private static final int FIRST_FAULT_OF_THEIRS = 500;
    private static final Pattern AVATAR = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

    private final UpstreamClient upstream;
    private final DiscordSettings settings;

    public Discord(UpstreamClient upstream, DiscordSettings settings) {
        this.upstream = upstream;
        this.settings = settings;
    }

    /** False: there is no signing in here. */
    public boolean isConfigured() {
        return settings.areComplete();
    }

    /** Where to send a browser. @param challenge of PKCE, S256 */
    public URI authorization(String state, String challenge) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.callback().toString());
        query.put("response_type", "code");
        query.put("scope", "identify");
        query.put("state", state);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return UpstreamClient.below(settings.base(), "/oauth2/authorize?" + encoded(query));
    }

    /**
     * Who came back with a code. Blocks; never fails.
     *
     * @param verifier of PKCE
     */
    public DiscordAnswer whoIs(String code, String verifier) {
        try {
            HttpResponse<String> granted = upstream.send(tokenRequest(code, verifier), settings.patience());
            if (granted.statusCode() >= FIRST_FAULT_OF_THEIRS) {
                log.warn("Discord's token endpoint answers {}", granted.statusCode());
                return new NoAnswer();
            }
            String token = text(JsonMapper.shared().readTree(granted.body()), "access_token");
            if (token == null) {
                log.info("Discord grants no access ({})", granted.statusCode());
                return new NoAccess();
            }
            return profile(upstream.send(profileRequest(token), settings.patience()));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            log.warn(
                    "Discord gives no answer that can be used: {}", e.getClass().getSimpleName());
            return new NoAnswer();
        }
    }

    private HttpRequest tokenRequest(String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", settings.clientId());
        form.put("client_secret", settings.clientSecret());
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.callback().toString());
        form.put("code_verifier", verifier);
        return HttpRequest.newBuilder(UpstreamClient.below(settings.base(), "/api/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
    }

    /** @throws IllegalArgumentException for a token that fits into no header */
    private HttpRequest profileRequest(String token) {
        return HttpRequest.newBuilder(UpstreamClient.below(settings.base(), "/api/users/@me"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
    }

    private static DiscordAnswer profile(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            log.warn("Discord's profile endpoint answers {}", answer.statusCode());
            return new NoAnswer();
        }
        JsonNode user = JsonMapper.shared().readTree(answer.body());
        String id = text(user, "id");
        String globalName = text(user, "global_name");
        String handle = Optional.ofNullable(text(user, "username")).orElse(globalName);
        if (id == null || handle == null || !isNumber(id)) {
            log.warn("Discord's profile has no id or no name");
            return new NoAnswer();
        }
        String avatar = text(user, "avatar");
        boolean usable = avatar != null && AVATAR.matcher(avatar).matches();
        return new Known(new DiscordProfile(id, handle, globalName, usable ? avatar : null));
    }

    private static boolean isNumber(String id) {
        try {
            return ID.matcher(id).matches() && Long.parseUnsignedLong(id) != 0;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    /** Null for what is absent, blank or no text; without characters that no store keeps. */
    private static @Nullable String text(JsonNode object, String name) {
        String text = object.path(name).stringValue("").replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
