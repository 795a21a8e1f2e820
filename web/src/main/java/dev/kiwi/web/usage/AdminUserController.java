package dev.kiwi.web.usage;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.usage.SummarizeUsers;
import dev.kiwi.api.usage.UserSummaries;
import dev.kiwi.api.usage.UserSummaries.User;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Accounts and the use of their tokens, for administrators (platform.md 15.1). */
@RestController
@RequestMapping("/admin/users")
@Gate(Gate.Kind.SUPERUSER_SESSION)
@ReadsFrom({Projection.ACCOUNT, Projection.TOKEN})
class AdminUserController {
    private static final int DAYS = 30;

    private final Queries queries;

    AdminUserController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    Mono<List<User>> list(@RequestParam(defaultValue = "30") @Min(1) @Max(365) int days) {
        return queries.ask(new SummarizeUsers(null, days), UserSummaries.class).map(UserSummaries::items);
    }

    @GetMapping("/{id}")
    Mono<User> find(@PathVariable @EntityId String id) {
        return queries.ask(new SummarizeUsers(id, DAYS), UserSummaries.class)
                .flatMap(found -> Mono.justOrEmpty(found.items().stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such account.")));
    }
}
