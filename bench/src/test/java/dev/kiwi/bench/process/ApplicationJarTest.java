package dev.kiwi.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users run it, whose beans are code of the build; the tests of the application scan for theirs. */
class ApplicationJarTest {
    @Test
    void theJarStartsWithItsBeansAsCodeAndServesWritesAndReads(@TempDir Path folder) throws Exception {
        try (KiwiProcess kiwi = KiwiProcess.start(folder.resolve("data"))) {
            assertThat(kiwi.output()).contains("AOT-processed");
            KiwiClient admin = KiwiClient.loggedIn(kiwi.url());
            KiwiClient token = admin.withToken();
            assertThat(token.get("/v1/leaderboards/timestamps").status()).isEqualTo(200);
            assertThat(admin.get("/openapi.json").expect(200).path("paths").size())
                    .isGreaterThan(5);
            assertThat(admin.get("/actuator/health/readiness")
                            .expect(200)
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
        }
    }
}
