package dev.kiwi.web.audit;

import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.audit.SearchTimeline;
import dev.kiwi.api.audit.SearchTimeline.FromAddress;
import dev.kiwi.api.audit.SearchTimeline.OfAccount;
import dev.kiwi.api.audit.SearchTimeline.OfToken;
import dev.kiwi.api.audit.SearchTimeline.Whose;
import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.http.IpText;
import inet.ipaddr.IPAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All that concerns one account, token or address, newest first. */
@RestController
@Gate(Gate.Kind.SUPERUSER_SESSION)
@ReadsFrom(Projection.AUDIT)
class TimelineController {
    private final Queries queries;

    TimelineController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/admin/timeline")
    Mono<CursorPage<HistoryItem>> timeline(
            @RequestParam(required = false) @EntityId @Nullable String account,
            @RequestParam(required = false) @EntityId @Nullable String token,
            @RequestParam(required = false) @Nullable String ip,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Long before = cursor == null ? null : HistoryCursor.position(cursor);
        return queries.ask(new SearchTimeline(whose(account, token, ip), before, limit), HistoryPage.class)
                .map(HistoryCursor::page);
    }

    private static Whose whose(@Nullable String account, @Nullable String token, @Nullable String ip) {
        List<Whose> asked = new ArrayList<>();
        if (account != null) {
            asked.add(new OfAccount(account));
        }
        if (token != null) {
            asked.add(new OfToken(token));
        }
        if (ip != null) {
            asked.add(new FromAddress(canonical(ip)));
        }
        if (asked.size() != 1) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "Ask for exactly one of account, token and ip.");
        }
        return asked.getFirst();
    }

    private static String canonical(String ip) {
        return IpText.parse(ip)
                .map(IPAddress::toCanonicalString)
                .orElseThrow(() -> new Refusal(ErrorCode.VALIDATION_ERROR, "The ip has to be one IP address."));
    }
}
