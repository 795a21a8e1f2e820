package dev.kiwi.bench.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The same moment asked through two nodes: the same bytes and the same tag, in the past and in the future. */
final class SameMoment {
    private static final List<String> TIMERS = List.of(
            "server-time",
            "daily-buffs",
            "weekly-buffs",
            "corruxion",
            "fluxion",
            "gardening",
            "biomes",
            "wild-mana",
            "stampy",
            "calendar",
            "calendar.ics",
            "chaos-chest",
            "challenge/current",
            "luxion",
            "delves");
    /** The first and the last second that can be asked for, and one that is a reset. */
    private static final List<Long> MOMENTS = List.of(1_420_070_400L, 1_795_431_600L, 4_133_980_799L);

    private SameMoment() {}

    /** @return what differs; nothing when all is the same */
    static List<String> violations(String one, String other) throws IOException, InterruptedException {
        List<String> violations = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String timer : TIMERS) {
                for (long moment : MOMENTS) {
                    String path = "/v1/rotations/" + timer + "?at=" + moment;
                    if (!areSame(get(http, one + path), get(http, other + path))) {
                        violations.add("two nodes differ in " + path);
                    }
                }
            }
        }
        System.out.println(TIMERS.size() + " timers at " + MOMENTS.size() + " moments, " + violations.size()
                + " differ between two nodes");
        return violations;
    }

    private static HttpResponse<byte[]> get(HttpClient http, String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }

    private static boolean areSame(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
        Optional<String> tag = one.headers().firstValue("ETag");
        return one.statusCode() == 200
                && other.statusCode() == 200
                && tag.isPresent()
                && tag.equals(other.headers().firstValue("ETag"))
                && Arrays.equals(one.body(), other.body());
    }
}
