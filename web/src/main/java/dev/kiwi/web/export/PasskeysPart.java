package dev.kiwi.web.export;

import dev.kiwi.api.account.ListPasskeys;
import dev.kiwi.api.account.PasskeyList;
import dev.kiwi.api.account.PasskeyList.PasskeyView;
import dev.kiwi.web.dispatch.Queries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The account's passkeys; what their keys are is no use to anybody else. */
@Component
@Order(4)
final class PasskeysPart implements ExportPart {
    private final Queries queries;

    PasskeysPart(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public Flux<PasskeyView> items(String accountId) {
        return queries.ask(new ListPasskeys(accountId), PasskeyList.class).flatMapIterable(PasskeyList::items);
    }
}
