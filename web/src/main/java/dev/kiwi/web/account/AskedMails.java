package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.command.account.KnownAddresses;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Mails that anybody may ask for by an address: neither the answer nor its time tells whether an account has it. */
@Component
class AskedMails {
    private final KnownAddresses addresses;
    private final Commands commands;
    private final BlockingWork blocking;

    AskedMails(KnownAddresses addresses, Commands commands, BlockingWork blocking) {
        this.addresses = addresses;
        this.commands = commands;
        this.blocking = blocking;
    }

    /** @param order from the account's id to the command that leads to the mail */
    Mono<Void> ask(EmailAddress email, Function<String, Object> order, ServerWebExchange exchange) {
        return blocking.<Optional<String>>call(() -> addresses.holder(email))
                .doOnNext(holder -> holder.ifPresent(accountId -> commands.sendAside(order.apply(accountId), exchange)))
                .then();
    }
}
