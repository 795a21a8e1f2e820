package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.EnterGiveaway;
import dev.kiwi.api.giveaway.EntryReceipt;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.FindSiteUser;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Enters people into giveaways, under the name by which they are shown now. */
@Component
class Entries {
    private final Commands commands;
    private final Queries queries;

    Entries(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    Mono<EntryReceipt> enter(String giveawayId, String siteUserId, ServerWebExchange exchange) {
        return queries.ask(new FindSiteUser(siteUserId), SiteUserView.class)
                .onErrorMap(
                        error -> Conflicts.is(error, ErrorCode.NOT_FOUND),
                        late -> new Refusal(
                                ErrorCode.SERVICE_UNAVAILABLE, "This is not ready yet; try again in a moment."))
                .map(person -> new EnterGiveaway(giveawayId, siteUserId, shown(person)))
                .flatMap(command -> Conflicts.again(
                        () -> commands.<EntryReceipt>sendAndAwait(command, exchange, Projection.GIVEAWAY)))
                .mapNotNull(done -> done.result());
    }

    private static String shown(SiteUserView person) {
        String displayName = person.displayName();
        if (displayName != null && !displayName.isBlank()) {
            return displayName;
        }
        return person.username() == null ? "" : person.username();
    }
}
