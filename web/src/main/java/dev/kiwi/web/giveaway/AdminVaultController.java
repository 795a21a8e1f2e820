package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.AddCodes;
import dev.kiwi.api.giveaway.CodeList;
import dev.kiwi.api.giveaway.CreateDrawer;
import dev.kiwi.api.giveaway.DeleteDrawer;
import dev.kiwi.api.giveaway.DrawerList;
import dev.kiwi.api.giveaway.DrawerView;
import dev.kiwi.api.giveaway.EditDrawer;
import dev.kiwi.api.giveaway.FindDrawer;
import dev.kiwi.api.giveaway.ListCodes;
import dev.kiwi.api.giveaway.ListDrawers;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The vault's drawers and their codes (giveaways.md E). */
@RestController
@RequestMapping("/admin/vault/items")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminVaultController {
    private final Commands commands;
    private final Queries queries;
    private final ShownCodes codes;

    AdminVaultController(Commands commands, Queries queries, ShownCodes codes) {
        this.commands = commands;
        this.queries = queries;
        this.codes = codes;
    }

    @GetMapping
    @ReadsFrom(Projection.GIVEAWAY)
    Mono<List<DrawerPublic>> list() {
        return queries.ask(new ListDrawers(), DrawerList.class)
                .map(found -> found.items().stream().map(DrawerPublic::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<DrawerPublic> create(@Valid @RequestBody DrawerBody body, ServerWebExchange exchange) {
        String id = ObjectId.get().toHexString();
        return changed(id, new CreateDrawer(id, body.name(), body.description()), exchange);
    }

    @PatchMapping("/{id}")
    @StepUp
    Mono<DrawerPublic> edit(
            @PathVariable String id, @Valid @RequestBody DrawerEditBody body, ServerWebExchange exchange) {
        return changed(id, new EditDrawer(AskedId.of(id), body.name(), body.description()), exchange);
    }

    private Mono<DrawerPublic> changed(String id, Object command, ServerWebExchange exchange) {
        return commands.sendAndShow(
                        command, exchange, _ -> queries.ask(new FindDrawer(id), DrawerView.class), Projection.GIVEAWAY)
                .map(DrawerPublic::of);
    }

    @DeleteMapping("/{id}")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String id, ServerWebExchange exchange) {
        DeleteDrawer command = new DeleteDrawer(AskedId.of(id));
        return Conflicts.again(() -> commands.sendAndAwait(command, exchange, Projection.GIVEAWAY))
                .then();
    }

    @GetMapping("/{id}/codes")
    @StepUp
    @ReadsFrom(Projection.GIVEAWAY)
    Mono<ResponseEntity<List<CodePublic>>> codes(@PathVariable String id) {
        return queries.ask(new ListCodes(AskedId.of(id)), CodeList.class)
                .flatMap(codes::of)
                .map(shown ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown));
    }

    @PostMapping("/{id}/codes")
    @StepUp
    Mono<AddCodes.Outcome> add(
            @PathVariable String id, @Valid @RequestBody CodesBody body, ServerWebExchange exchange) {
        AddCodes command = new AddCodes(AskedId.of(id), body.codes());
        return commands.<AddCodes.Outcome>sendAndAwait(command, exchange, Projection.GIVEAWAY)
                .map(done -> Objects.requireNonNull(done.result()));
    }
}
