package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.EntryReceipt;
import dev.kiwi.api.giveaway.ListOwnEntries;
import dev.kiwi.api.giveaway.OwnEntries;
import dev.kiwi.api.giveaway.OwnEntries.OwnEntry;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.giveaway.EntryCounts;
import dev.kiwi.command.giveaway.PrizeTexts;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.BlockingWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What signed-in people of the website do with giveaways (giveaways.md C). */
@RestController
@Tag(name = "giveaways")
@RequestMapping("/v1/giveaways")
@Gate(Gate.Kind.SITE_SESSION)
class EntryController {
    private final Entries entries;
    private final Queries queries;
    private final PrizeTexts texts;
    private final EntryCounts counts;
    private final BlockingWork blocking;

    EntryController(Entries entries, Queries queries, PrizeTexts texts, EntryCounts counts, BlockingWork blocking) {
        this.entries = entries;
        this.queries = queries;
        this.texts = texts;
        this.counts = counts;
        this.blocking = blocking;
    }

    /** @param ticket stands for the entry where the draw is published */
    record Entered(String giveawayId, boolean entered, int entryCount, String ticket) {}

    record EnteredGiveaways(List<String> giveawayIds) {}

    @PostMapping("/{id}/enter")
    @Operation(
            operationId = "enterGiveaway",
            summary = "Take part in a giveaway",
            description = "Once is enough: again it answers the same, with the present count.")
    Mono<Entered> enter(
            @Parameter(description = "The giveaway's id", example = "6920f1a2b3c4d5e6f7081920") @PathVariable String id,
            Caller.SiteUser caller,
            ServerWebExchange exchange) {
        String giveawayId = AskedId.of(id);
        return entries.enter(giveawayId, caller.siteUserId(), exchange)
                .zipWhen(
                        receipt -> blocking.call(() -> counts.of(giveawayId)),
                        (EntryReceipt receipt, Integer count) ->
                                new Entered(giveawayId, true, count, receipt.ticket()));
    }

    @GetMapping("/mine")
    @ReadsFrom(Projection.GIVEAWAY)
    @Operation(operationId = "listEnteredGiveaways", summary = "List where one takes part")
    Mono<EnteredGiveaways> mine(Caller.SiteUser caller) {
        return own(caller)
                .map(found -> new EnteredGiveaways(
                        found.items().stream().map(OwnEntry::giveawayId).toList()));
    }

    @GetMapping("/me")
    @ReadsFrom(Projection.GIVEAWAY)
    @Operation(
            operationId = "listOwnGiveawayEntries",
            summary = "List one's entries and prizes",
            description =
                    "Won ones first, then the last to end. `code` is the prize and for the winner alone. Times are "
                            + "unix seconds.")
    Mono<ResponseEntity<List<EntryPublic>>> me(Caller.SiteUser caller) {
        return own(caller)
                .flatMap(found -> blocking.<List<EntryPublic>>call(() -> found.items().stream()
                        .map(entry -> EntryPublic.of(entry, code(entry)))
                        .toList()))
                .map(shown ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown));
    }

    private Mono<OwnEntries> own(Caller.SiteUser caller) {
        return queries.ask(new ListOwnEntries(caller.siteUserId()), OwnEntries.class);
    }

    private @Nullable String code(OwnEntry entry) {
        return entry.textId() == null ? null : texts.open(entry.textId()).orElse(null);
    }
}
