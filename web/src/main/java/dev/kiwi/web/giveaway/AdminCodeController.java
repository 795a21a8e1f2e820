package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.CodeList;
import dev.kiwi.api.giveaway.CodeView;
import dev.kiwi.api.giveaway.DeleteCode;
import dev.kiwi.api.giveaway.EditCode;
import dev.kiwi.api.giveaway.FindCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Single codes of the vault (giveaways.md E). */
@RestController
@RequestMapping("/admin/vault/codes")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminCodeController {
    private final Commands commands;
    private final Queries queries;
    private final ShownCodes codes;

    AdminCodeController(Commands commands, Queries queries, ShownCodes codes) {
        this.commands = commands;
        this.queries = queries;
        this.codes = codes;
    }

    @PatchMapping("/{id}")
    @StepUp
    Mono<ResponseEntity<CodePublic>> edit(
            @PathVariable String id, @Valid @RequestBody CodeBody body, ServerWebExchange exchange) {
        return find(id).flatMap(code -> Conflicts.again(() -> commands.sendAndAwait(
                        new EditCode(code.drawerId(), code.id(), body.code()), exchange, Projection.GIVEAWAY)))
                .then(Mono.defer(() -> find(id)))
                .flatMap(code -> codes.of(new CodeList(List.of(code))))
                .map(shown ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown.getFirst()));
    }

    @DeleteMapping("/{id}")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String id, ServerWebExchange exchange) {
        return find(id).flatMap(code -> Conflicts.again(() -> commands.sendAndAwait(
                        new DeleteCode(code.drawerId(), code.id()), exchange, Projection.GIVEAWAY)))
                .then();
    }

    private Mono<CodeView> find(String id) {
        return queries.ask(new FindCode(AskedId.of(id)), CodeView.class);
    }
}
