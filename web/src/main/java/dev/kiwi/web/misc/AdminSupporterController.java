package dev.kiwi.web.misc;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.misc.AddSupporter;
import dev.kiwi.api.misc.ListSupporters;
import dev.kiwi.api.misc.ListSupporters.SupporterRows;
import dev.kiwi.api.misc.RemoveSupporter;
import dev.kiwi.api.misc.ReplaceSupporters;
import dev.kiwi.api.misc.ReplaceSupporters.ReplacedSupporters;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.api.misc.SupporterKey;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
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

/** The list of supporters, for administrators (misc-btt.md C). */
@RestController
@RequestMapping("/admin/supporters")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminSupporterController {
    private static final int LONGEST_NAME = 60;

    private final Commands commands;
    private final Queries queries;

    AdminSupporterController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record SupporterList(List<Supporter> items, int count) {}

    record NameBody(
            @NotNull @Size(max = LONGEST_NAME) @StorableText String name) {}

    record NamesBody(
            @NotNull @Size(max = SupporterKey.LONGEST_LIST)
            List<@NotNull @Size(max = LONGEST_NAME) @StorableText String> names) {}

    @GetMapping
    @ReadsFrom(Projection.TROVE)
    Mono<SupporterList> list() {
        return queries.ask(new ListSupporters(), SupporterRows.class)
                .map(rows -> new SupporterList(rows.items(), rows.items().size()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Supporter> add(@Valid @RequestBody NameBody body, Caller caller, ServerWebExchange exchange) {
        return commands.<Supporter>sendAndAwait(
                        new AddSupporter(body.name(), caller.accountId()), exchange, Projection.TROVE)
                .map(done -> Objects.requireNonNull(done.result()));
    }

    @PutMapping
    Mono<ReplacedSupporters> replace(@Valid @RequestBody NamesBody body, Caller caller, ServerWebExchange exchange) {
        return commands.<ReplacedSupporters>sendAndAwait(
                        new ReplaceSupporters(body.names(), caller.accountId()), exchange, Projection.TROVE)
                .map(done -> Objects.requireNonNull(done.result()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable @Size(max = LONGEST_NAME) @StorableText String name, ServerWebExchange exchange) {
        return commands.sendAndAwait(new RemoveSupporter(name), exchange, Projection.TROVE)
                .then();
    }
}
