package dev.kiwi.web.market;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.market.AddInterestItem;
import dev.kiwi.api.market.GetInterestItems;
import dev.kiwi.api.market.GetInterestItems.InterestItem;
import dev.kiwi.api.market.GetInterestItems.InterestItems;
import dev.kiwi.api.market.RemoveInterestItem;
import dev.kiwi.api.market.ReplaceInterestItems;
import dev.kiwi.api.market.ReplaceInterestItems.ReplacedItems;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.responsecache.SharedResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Choosing which items of the marketplace are stored (platform.md 15.4). */
@RestController
@RequestMapping("/admin/market/interest-items")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class InterestListAdminController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LIST = 2_000;

    private final Commands commands;
    private final Queries queries;

    InterestListAdminController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** @param name blank is refused with 400 */
    record NewItem(
            @NotNull @Size(max = LONGEST_NAME) @StorableText String name) {}

    record NewList(
            @NotNull @Size(max = LONGEST_LIST) List<@NotNull @Size(max = LONGEST_NAME) @StorableText String> items) {}

    @GetMapping
    @ReadsFrom(Projection.MARKET)
    @SharedResponse
    Mono<InterestItems> list() {
        return queries.ask(new GetInterestItems(), InterestItems.class);
    }

    /** 409 for one that is on the list. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<InterestItem> add(@Valid @RequestBody NewItem body, Caller caller, ServerWebExchange exchange) {
        return commands.<InterestItem>sendAndAwait(
                        new AddInterestItem(body.name(), caller.accountId()), exchange, Projection.MARKET)
                .map(done -> Objects.requireNonNull(done.result()));
    }

    /** 400 for an empty list. */
    @PutMapping
    Mono<ReplacedItems> replace(@Valid @RequestBody NewList body, Caller caller, ServerWebExchange exchange) {
        return commands.<ReplacedItems>sendAndAwait(
                        new ReplaceInterestItems(body.items(), caller.accountId()), exchange, Projection.MARKET)
                .map(done -> Objects.requireNonNull(done.result()));
    }

    /** 404 for one that is not on the list. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable @StorableText String name, Caller caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(new RemoveInterestItem(name, caller.accountId()), exchange, Projection.MARKET)
                .then();
    }
}
