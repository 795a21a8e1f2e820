package dev.kiwi.bench.soak;

import dev.kiwi.bench.load.Call;
import dev.kiwi.bench.load.Requests;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of a hundred calls 75 read with an API token, 15 with a session, 10 write. What is asked for is a fixed set of pages,
 * players and lists. Tokens are minted by an account that lists none, and each is revoked soon after: the rows of revoked
 * tokens and the events grow on disk, and nothing that is read.
 */
final class Mix implements Supplier<Call> {
    private static final int HUNDRED = 100;
    /** So many minted tokens wait for their revocation. */
    private static final int STOCK = 32;

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]+)\"");

    /** @param below of a hundred; the first kind above the dice is called */
    private record Kind(String name, int below, List<Requests> requests) {}

    private final URI server;
    private final String writer;
    private final Requests mint;
    private final List<Kind> reads;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Deque<String> minted = new ArrayDeque<>();

    /**
     * @param tokens that the reads use in turn
     * @param lister bearer of an account with few tokens
     * @param writer bearer of the account that mints and revokes
     * @param pages paths of entries pages
     * @param players paths of histories of players
     */
    Mix(URI server, List<String> tokens, String lister, String writer, List<String> pages, List<String> players) {
        this.server = server;
        this.writer = writer;
        this.mint = Requests.post(server, "/tokens", writer, "{\"name\":\"soak\"}", true);
        this.reads = List.of(
                new Kind("timestamps", 40, all(server, List.of("/v1/leaderboards/timestamps"), tokens)),
                new Kind("entries", 65, all(server, pages, tokens)),
                new Kind("player", 75, all(server, players, tokens)),
                new Kind("me", 85, all(server, List.of("/auth/me"), List.of(lister, writer))),
                new Kind("tokens", 90, all(server, List.of("/tokens"), List.of(lister))));
    }

    private static List<Requests> all(URI server, List<String> paths, List<String> bearers) {
        List<Requests> all = new ArrayList<>();
        paths.forEach(path -> all.add(Requests.get(server, path, bearers)));
        return all;
    }

    @Override
    public Call get() {
        int dice = random.nextInt(HUNDRED);
        for (Kind kind : reads) {
            if (dice < kind.below()) {
                Requests requests =
                        kind.requests().get(random.nextInt(kind.requests().size()));
                return new Call(kind.name(), requests.next(random.nextInt(HUNDRED)), 200);
            }
        }
        return minted.size() < STOCK ? mint() : revoke(minted.removeFirst());
    }

    private Call mint() {
        return new Call("mint", mint.next(0), 201, body -> {
            Matcher id = ID.matcher(body);
            if (id.find()) {
                minted.addLast(id.group(1));
            }
        });
    }

    private Call revoke(String id) {
        String path = "/tokens/" + id + "/revoke";
        byte[] request = Requests.post(server, path, writer, "{\"reason\":\"soak\"}", false)
                .next(0);
        return new Call("revoke", request, 200);
    }
}
