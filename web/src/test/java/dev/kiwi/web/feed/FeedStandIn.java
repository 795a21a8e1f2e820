package dev.kiwi.web.feed;

import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Plays every upstream of the feeds for the running application, each by the beginning of its paths. */
public final class FeedStandIn {
    public static final String NEWS = "/feed";
    public static final String TWITCH = "/helix/streams";
    public static final String YOUTUBE = "/youtube/v3/";
    public static final String BILIBILI = "/all";
    public static final String EVENTS = "/calendar/feed";
    public static final String RELEASES = "/repos/AallynReed/BetterTroveTools/releases";
    public static final String CHANGELOG = "/repos/AallynReed/BetterTroveTools/";
    public static final String DELVES = "/delves";
    public static final String PICTURES = "/bfs/";
    public static final String LOGIN = "/gateway";

    private static final TestUpstream UPSTREAM = new TestUpstream();
    private static final Map<String, Function<Asked, Answer>> ANSWERS = new ConcurrentHashMap<>();

    static {
        UPSTREAM.answers(FeedStandIn::answer);
    }

    private FeedStandIn() {}

    public static String url() {
        return UPSTREAM.uri().toString();
    }

    public static List<Asked> asked() {
        return UPSTREAM.asked();
    }

    /** How whatever begins with this path is answered from now on; the longest beginning counts. */
    public static void answers(String path, Function<Asked, Answer> how) {
        ANSWERS.put(path, how);
    }

    public static void answers(String path, int status, String body) {
        answers(path, asked -> new Answer(status, body));
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static Answer answer(Asked asked) {
        if (asked.path().equals("/oauth2/token")) {
            return new Answer(200, "{\"access_token\":\"t\"}");
        }
        return ANSWERS.entrySet().stream()
                .filter(entry -> asked.path().startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(entry -> entry.getValue().apply(asked))
                .orElse(new Answer(404, ""));
    }
}
