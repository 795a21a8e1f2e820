package dev.kiwi.web.siteuser;

import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Plays Discord for the running application: each code stands for one answer. */
public final class DiscordStandIn {
    public static final String CLIENT_ID = "the-client";
    public static final String CLIENT_SECRET = "the-client-secret";

    private static final Map<String, Answer> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, Answer> PROFILES = new ConcurrentHashMap<>();
    private static final TestUpstream DISCORD = new TestUpstream();

    static {
        DISCORD.answers(DiscordStandIn::answer);
    }

    private DiscordStandIn() {}

    public static String url() {
        return DISCORD.uri().toString();
    }

    /** A code that somebody with this profile comes back with. */
    static String codeOf(String profile) {
        return code(new Answer(200, profile));
    }

    /** A code whose profile is answered so. */
    static String code(Answer profile) {
        String code = UUID.randomUUID().toString();
        TOKENS.put(code, new Answer(200, "{\"access_token\":\"token-of-" + code + "\"}"));
        PROFILES.put("Bearer token-of-" + code, profile);
        return code;
    }

    /** A code that is answered so. */
    static String refusedCode(Answer answer) {
        String code = UUID.randomUUID().toString();
        TOKENS.put(code, answer);
        return code;
    }

    /** The form with which this code was presented. */
    static Map<String, String> presented(String code) {
        return DISCORD.asked().stream()
                .filter(asked -> asked.body().contains(code))
                .map(asked -> form(asked.body()))
                .findFirst()
                .orElseThrow();
    }

    /** How often this code was presented. */
    static long timesPresented(String code) {
        return DISCORD.asked().stream()
                .filter(asked -> asked.body().contains(code))
                .count();
    }

    private static Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/api/oauth2/token" ->
                TOKENS.getOrDefault(
                        form(asked.body()).getOrDefault("code", ""), new Answer(400, "{\"error\":\"invalid_grant\"}"));
            case "/api/users/@me" ->
                PROFILES.getOrDefault(asked.headers().getOrDefault("authorization", ""), new Answer(401, "{}"));
            default -> new Answer(404, "");
        };
    }

    static Map<String, String> form(String text) {
        List<String> fields = Arrays.asList(text.split("&"));
        return fields.stream()
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
