package dev.kiwi.web.rotation;

import dev.kiwi.api.rotation.Biomes;
import dev.kiwi.api.rotation.ComputedRotation;
import dev.kiwi.api.rotation.Corruxion;
import dev.kiwi.api.rotation.DailyBuffs;
import dev.kiwi.api.rotation.Fluxion;
import dev.kiwi.api.rotation.Gardening;
import dev.kiwi.api.rotation.ServerTime;
import dev.kiwi.api.rotation.WeeklyBuffs;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What follows from the moment alone (rotations.md 2); kept as bytes until it is another. */
@RestController
@Tag(name = "rotations", description = "Timers and rotating content of the game. Instants are unix seconds.")
@RequestMapping("/v1/rotations")
@Gate(value = Gate.Kind.PUBLIC, scope = "rotations:read")
@SharedResponse
class RotationController {
    private final RotationReads reads;

    RotationController(RotationReads reads) {
        this.reads = reads;
    }

    @GetMapping("/server-time")
    @Operation(
            operationId = "getServerTime",
            summary = "Show the game's clock",
            description = "The game's day begins at 11:00 UTC, all year. Both resets lie after the moment.")
    Mono<ServerTime> serverTime(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.SERVER_TIME, at, ServerTime.class, exchange);
    }

    @GetMapping("/daily-buffs")
    @Operation(
            operationId = "getDailyBuffs",
            summary = "Show the buff of the day",
            description = "`week` runs from Monday to Sunday. Premium buffs are for patrons.")
    Mono<DailyBuffs> dailyBuffs(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.DAILY_BUFFS, at, DailyBuffs.class, exchange);
    }

    @GetMapping("/weekly-buffs")
    @Operation(
            operationId = "getWeeklyBuffs",
            summary = "Show the buff of the week",
            description = "`rotation` has all of them in their order. Their `weekday` says nothing.")
    Mono<WeeklyBuffs> weeklyBuffs(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.WEEKLY_BUFFS, at, WeeklyBuffs.class, exchange);
    }

    @GetMapping("/corruxion")
    @Operation(
            operationId = "getCorruxion",
            summary = "Show Corruxion's present or next visit",
            description = "Three days every fortnight. `schedule` begins with the visit that is shown.")
    Mono<Corruxion> corruxion(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.CORRUXION, at, Corruxion.class, exchange);
    }

    @GetMapping("/fluxion")
    @Operation(
            operationId = "getFluxion",
            summary = "Show Fluxion's present or next visit",
            description = "Three days every week, in turns `voting` and `selling`; `state` is `away` in between.")
    Mono<Fluxion> fluxion(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.FLUXION, at, Fluxion.class, exchange);
    }

    @GetMapping("/gardening")
    @Operation(
            operationId = "getGardening",
            summary = "Show when plants can be harvested",
            description = "`two_day` and `three_day` are the harvests of the present cycles, past or to come.")
    Mono<Gardening> gardening(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.GARDENING, at, Gardening.class, exchange);
    }

    @GetMapping("/biomes")
    @Operation(
            operationId = "getLongshadeBiomes",
            summary = "Show the biomes of the three-hour adventure worlds",
            description = "`final_name` is the biome that `name` is a part of.")
    Mono<Biomes> biomes(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.LONGSHADE, at, Biomes.class, exchange);
    }

    @GetMapping("/wild-mana")
    @Operation(
            operationId = "getWildMana",
            summary = "Show the biomes with wild mana",
            description = "This week's biome, and those of the two weeks before.")
    Mono<Biomes> wildMana(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.WILD_MANA, at, Biomes.class, exchange);
    }

    @GetMapping("/stampy")
    @Operation(
            operationId = "getStampy",
            summary = "Show Stampy's present or next event",
            description = "Two days every week. `current` may be still to come: see its `starts_at`.")
    Mono<Biomes> stampy(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.computed(ComputedRotation.STAMPY, at, Biomes.class, exchange);
    }
}
