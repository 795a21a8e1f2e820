package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.CancelGiveaway;
import dev.kiwi.api.giveaway.CloseEntries;
import dev.kiwi.api.giveaway.CreateGiveaway;
import dev.kiwi.api.giveaway.DrawGiveaway;
import dev.kiwi.api.giveaway.DrawerView;
import dev.kiwi.api.giveaway.EditGiveaway;
import dev.kiwi.api.giveaway.FindDrawer;
import dev.kiwi.api.giveaway.FindGiveaway;
import dev.kiwi.api.giveaway.GiveawayList;
import dev.kiwi.api.giveaway.GiveawayView;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Giveaways for administrators (giveaways.md E). */
@RestController
@RequestMapping("/admin/giveaways")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminGiveawayController {
    private final Commands commands;
    private final Queries queries;
    private final Clock clock;

    AdminGiveawayController(Commands commands, Queries queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping
    @ReadsFrom(Projection.GIVEAWAY)
    Mono<List<AdminGiveawayView>> list() {
        return queries.ask(new ListGiveaways(Which.ALL, clock.instant()), GiveawayList.class)
                .map(found -> found.items().stream().map(AdminGiveawayView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AdminGiveawayView> create(@Valid @RequestBody GiveawayBody body, ServerWebExchange exchange) {
        Instant startsAt = AskedTime.of(body.startsAt());
        Instant endsAt = AskedTime.of(body.endsAt());
        String id = ObjectId.get().toHexString();
        return drawer(AskedId.of(body.vaultItemId()))
                .map(drawer -> new CreateGiveaway(
                        id,
                        body.title(),
                        body.description() == null ? drawer.description() : body.description(),
                        startsAt,
                        endsAt,
                        drawer.id(),
                        drawer.name()))
                .flatMap(command -> changed(id, command, exchange));
    }

    @PatchMapping("/{id}")
    Mono<AdminGiveawayView> edit(
            @PathVariable String id, @Valid @RequestBody GiveawayEditBody body, ServerWebExchange exchange) {
        String giveawayId = AskedId.of(id);
        Instant startsAt = AskedTime.orNull(body.startsAt());
        Instant endsAt = AskedTime.orNull(body.endsAt());
        return otherDrawer(body.vaultItemId())
                .map(drawer -> new EditGiveaway(
                        giveawayId, body.title(), body.description(), startsAt, endsAt, drawer.orElse(null)))
                .flatMap(command -> changed(giveawayId, command, exchange));
    }

    private Mono<Optional<EditGiveaway.Drawer>> otherDrawer(@Nullable String asked) {
        return asked == null
                ? Mono.just(Optional.empty())
                : drawer(AskedId.of(asked))
                        .map(drawer -> Optional.of(new EditGiveaway.Drawer(drawer.id(), drawer.name())));
    }

    private Mono<DrawerView> drawer(String drawerId) {
        return queries.ask(new FindDrawer(drawerId), DrawerView.class);
    }

    /** Of one that is open or scheduled, whenever it would have ended. */
    @PostMapping("/{id}/draw")
    @StepUp
    Mono<AdminGiveawayView> draw(@PathVariable String id, ServerWebExchange exchange) {
        String giveawayId = AskedId.of(id);
        return Conflicts.again(() -> commands.send(new CloseEntries(giveawayId, false), exchange))
                .then(Mono.defer(() -> changed(giveawayId, new DrawGiveaway(giveawayId), exchange)));
    }

    @PostMapping("/{id}/cancel")
    @StepUp
    Mono<AdminGiveawayView> cancel(@PathVariable String id, ServerWebExchange exchange) {
        String giveawayId = AskedId.of(id);
        return changed(giveawayId, new CancelGiveaway(giveawayId), exchange);
    }

    private Mono<AdminGiveawayView> changed(String id, Object command, ServerWebExchange exchange) {
        return Conflicts.again(() -> commands.sendAndShow(
                        command,
                        exchange,
                        _ -> queries.ask(new FindGiveaway(id), GiveawayView.class),
                        Projection.GIVEAWAY))
                .map(AdminGiveawayView::of);
    }
}
