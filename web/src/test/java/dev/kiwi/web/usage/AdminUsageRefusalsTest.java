package dev.kiwi.web.usage;

import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(WithKiwi.class)
class AdminUsageRefusalsTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;

    AdminUsageRefusalsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/users",
                "/admin/users/000000000000000000000001",
                "/admin/users/000000000000000000000001/activity",
                "/admin/activity",
                "/admin/events",
                "/admin/pageviews",
                "/admin/telemetry"
            })
    void areForSuperusersOnly(String path) {
        json(kiwi.client().get().uri(path).exchange(), 401);
        json(kiwi.with(kiwi.token(kiwi.superuser())).get().uri(path).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(path).exchange(), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/users?days=0",
                "/admin/users?days=366",
                "/admin/users/no-id",
                "/admin/users/no-id/activity",
                "/admin/activity?top=0",
                "/admin/activity?top=101",
                "/admin/activity?days=366",
                "/admin/events?status_code=99",
                "/admin/events?status_code=600",
                "/admin/events?user_id=no-id",
                "/admin/events?limit=201",
                "/admin/pageviews?days=0",
                "/admin/pageviews?top=1001",
                "/admin/pageviews?series=maybe"
            })
    void refuseWhatLiesOutside(String path) {
        json(admin.get().uri(path).exchange(), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/activity"})
    void knowNoAccountThatIsNone(String what) {
        json(
                admin.get()
                        .uri("/admin/users/" + new ObjectId().toHexString() + what)
                        .exchange(),
                404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "-1", "00000000000000000000000g"})
    void refuseACursorThatIsNone(String cursor) {
        json(admin.get().uri("/admin/events?cursor=" + cursor).exchange(), 400);
    }
}
