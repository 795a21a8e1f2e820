package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.GetBoard;
import dev.kiwi.api.leaderboard.GetBoard.BoardOne;
import dev.kiwi.api.leaderboard.ListBoardSettings;
import dev.kiwi.api.leaderboard.ListBoardSettings.BoardSetting;
import dev.kiwi.api.leaderboard.ListBoardSettings.BoardSettings;
import dev.kiwi.api.leaderboard.OverrideResetKind;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** When boards begin anew, for administrators (platform.md 15.4); changes what is computed from the next read on. */
@RestController
@RequestMapping("/admin/leaderboards/boards")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminBoardController {
    private final Commands commands;
    private final Queries queries;
    private final AnalysisWaker waker;

    AdminBoardController(Commands commands, Queries queries, AnalysisWaker waker) {
        this.commands = commands;
        this.queries = queries;
        this.waker = waker;
    }

    /** @param resetKindOverride {@code daily}, {@code weekly}, {@code none}, or null for the static table's */
    record OverrideBody(@Nullable String resetKindOverride) {}

    @GetMapping
    @ReadsFrom(Projection.LEADERBOARDS)
    Mono<BoardSettings> list() {
        return queries.ask(new ListBoardSettings(), BoardSettings.class);
    }

    /** 404 for a board that was never seen, 400 for another word. */
    @PatchMapping("/{uuid}")
    Mono<BoardSetting> override(@PathVariable int uuid, @RequestBody OverrideBody body, ServerWebExchange exchange) {
        return queries.ask(new GetBoard(uuid), BoardOne.class)
                .flatMap(board -> commands.sendAndShow(
                        new OverrideResetKind(uuid, body.resetKindOverride()),
                        exchange,
                        done -> {
                            waker.wakeOnceServed(done.position());
                            return queries.ask(new ListBoardSettings(), BoardSettings.class);
                        },
                        Projection.LEADERBOARDS))
                .map(boards -> boards.items().stream()
                        .filter(board -> board.uuid() == uuid)
                        .findFirst()
                        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such leaderboard.")));
    }
}
