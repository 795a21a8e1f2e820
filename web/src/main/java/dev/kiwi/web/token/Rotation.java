package dev.kiwi.web.token;

import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.RotateToken;
import dev.kiwi.api.token.TokenState;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a token another secret, which leaves this class only in the answer. */
@Component
class Rotation {
    private final Commands commands;
    private final Queries queries;
    private final NewSecrets secrets;

    Rotation(Commands commands, Queries queries, NewSecrets secrets) {
        this.commands = commands;
        this.queries = queries;
        this.secrets = secrets;
    }

    Mono<ResponseEntity<TokenCreated>> rotate(
            String accountId, String tokenId, Duration overlap, ServerWebExchange exchange) {
        // Read first: the answer is committed with the command, so it must follow from what is known by then.
        return Mono.zip(queries.ask(new FindToken(tokenId), TokenView.class), secrets.next())
                .flatMap(both -> send(both.getT1(), both.getT2(), accountId, overlap, exchange));
    }

    private Mono<ResponseEntity<TokenCreated>> send(
            TokenView token, TokenText text, String accountId, Duration overlap, ServerWebExchange exchange) {
        return commands.<TokenState, TokenCreated>answer(
                new RotateToken(token.id(), accountId, text.prefix(), text.hash(), overlap),
                exchange,
                state -> TokenCreated.answer(HttpStatus.OK, token.in(Objects.requireNonNull(state)), text),
                Projection.TOKEN);
    }
}
