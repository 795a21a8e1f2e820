package dev.kiwi.web.giveaway;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.giveaway.GiveawayCalls.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.giveaway.GiveawayCalls.Person;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Anybody can check a draw (ADR 0030): this knows the description and the public answers, and no code of Kiwi's. */
@ExtendWith(WithKiwi.class)
class VerifiableDrawTest {
    private final RunningKiwi kiwi;
    private final GiveawayCalls calls;

    VerifiableDrawTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = GiveawayCalls.of(kiwi);
    }

    private JsonNode draw(String id) {
        return json(kiwi.client().get().uri("/v1/giveaways/" + id + "/draw"));
    }

    @Test
    void theOutcomeFollowsFromWhatIsPublished() throws Exception {
        String id = calls.open("A");
        String commitment = draw(id).path("commitment").stringValue();
        List<String> tickets = IntStream.range(0, 7)
                .mapToObj(n -> calls.person())
                .map((Person person) ->
                        json(person.enter(id), 200).path("ticket").stringValue())
                .toList();
        JsonNode before = draw(id);
        assertThat(before.path("seed").isNull()).isTrue();
        assertThat(before.path("tickets")).isEmpty();
        assertThat(before.path("entry_count").intValue()).isEqualTo(7);
        json(calls.post("/admin/giveaways/" + id + "/draw", ""), 200);

        JsonNode after = draw(id);
        byte[] seed = HexFormat.of().parseHex(after.path("seed").stringValue());
        assertThat(after.path("commitment").stringValue()).isEqualTo(commitment);
        assertThat(sha256(seed)).isEqualTo(commitment);
        assertThat(after.path("tickets").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(tickets);
        String lines = tickets.stream().map(ticket -> ticket + "\n").collect(Collectors.joining());
        String hash = sha256(lines.getBytes(StandardCharsets.US_ASCII));
        assertThat(after.path("entrants_hash").stringValue()).isEqualTo(hash);
        int index = index(seed, id, hash, tickets.size());
        assertThat(after.path("winner_index").intValue()).isEqualTo(index);
        assertThat(after.path("winner_ticket").stringValue()).isEqualTo(tickets.get(index));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static int index(byte[] seed, String giveaway, String hash, int n) throws Exception {
        BigInteger count = BigInteger.valueOf(n);
        BigInteger bound = BigInteger.TWO.pow(64).divide(count).multiply(count);
        for (int round = 0; ; round++) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            String message = "kiwi-draw-1\n" + giveaway + "\n" + hash + "\n" + round;
            BigInteger x =
                    new BigInteger(1, Arrays.copyOf(mac.doFinal(message.getBytes(StandardCharsets.US_ASCII)), 8));
            if (x.compareTo(bound) < 0) {
                return x.mod(count).intValueExact();
            }
        }
    }

    @Test
    void whatNobodyEnteredShowsItsSeedAllTheSame() throws Exception {
        String id = calls.open("A");
        json(calls.post("/admin/giveaways/" + id + "/draw", ""), 200);
        JsonNode after = draw(id);
        assertThat(after.path("status").stringValue()).isEqualTo("closed");
        assertThat(sha256(HexFormat.of().parseHex(after.path("seed").stringValue())))
                .isEqualTo(after.path("commitment").stringValue());
        assertThat(after.path("winner_index").isNull()).isTrue();
    }

    @Test
    void thereIsNoneOfWhatIsNot() {
        expect(
                kiwi.client()
                        .get()
                        .uri("/v1/giveaways/" + "0".repeat(24) + "/draw")
                        .exchange(),
                404,
                "not_found");
        expect(kiwi.client().get().uri("/v1/giveaways/x/draw").exchange(), 400, "bad_request");
    }
}
