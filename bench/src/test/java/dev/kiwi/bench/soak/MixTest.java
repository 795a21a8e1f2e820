package dev.kiwi.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.bench.load.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final int CALLS = 20_000;

    private final Mix mix = new Mix(
            URI.create("http://localhost:1"),
            List.of("t1", "t2"),
            "lister",
            "writer",
            List.of("/page/1", "/page/2"),
            List.of("/player/1"));

    @Test
    void readsAndWritesKeepTheirShares() {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < CALLS; i++) {
            counts.merge(answered(mix.get(), i).name(), 1, Integer::sum);
        }
        assertThat(counts).containsOnlyKeys("timestamps", "entries", "player", "me", "tokens", "mint", "revoke");
        assertThat(share(counts, "timestamps")).isCloseTo(40, within(2.0));
        assertThat(share(counts, "mint") + share(counts, "revoke")).isCloseTo(10, within(1.0));
    }

    @Test
    void everyTokenIsRevokedOnceAndFewWaitForIt() {
        Set<String> waiting = new HashSet<>();
        for (int i = 0; i < CALLS; i++) {
            Call call = answered(mix.get(), i);
            if (call.name().equals("mint")) {
                waiting.add(id(i));
            } else if (call.name().equals("revoke")) {
                String path = text(call).split(" ")[1];
                assertThat(waiting.remove(path.split("/")[2])).isTrue();
            }
            assertThat(waiting).hasSizeLessThanOrEqualTo(32);
        }
    }

    @Test
    void theAccountThatListsIsNotTheOneThatMints() {
        for (int i = 0; i < CALLS; i++) {
            Call call = answered(mix.get(), i);
            String bearer = text(call).split("Bearer ")[1].lines().findFirst().orElseThrow();
            switch (call.name()) {
                case "mint" -> {
                    assertThat(bearer).isEqualTo("writer");
                    assertThat(text(call)).contains("Idempotency-Key: ");
                }
                case "revoke" -> assertThat(bearer).isEqualTo("writer");
                case "tokens" -> assertThat(bearer).isEqualTo("lister");
                case "me" -> assertThat(bearer).isIn("lister", "writer");
                default -> assertThat(bearer).isIn("t1", "t2");
            }
        }
    }

    private static Call answered(Call call, int number) {
        call.answered().accept("{\"id\":\"" + id(number) + "\",\"name\":\"soak\"}");
        return call;
    }

    private static String id(int number) {
        return String.format("%024x", number);
    }

    private static String text(Call call) {
        return new String(call.request(), StandardCharsets.UTF_8);
    }

    private static double share(Map<String, Integer> counts, String name) {
        return 100.0 * counts.getOrDefault(name, 0) / CALLS;
    }
}
