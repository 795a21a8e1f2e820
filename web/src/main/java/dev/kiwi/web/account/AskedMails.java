package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.command.account.EmailFingerprints;
import dev.kiwi.command.account.KnownAddresses;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.Outcome;
import dev.kiwi.web.limit.RateLimits;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Mails that anybody may ask for by an address: neither the answer nor its time tells whether an account has it. */
@Component
class AskedMails {
    private final KnownAddresses addresses;
    private final EmailFingerprints fingerprints;
    private final Commands commands;
    private final BlockingWork blocking;
    private final RateLimits limits;
    private final Buckets buckets;

    AskedMails(
            KnownAddresses addresses,
            EmailFingerprints fingerprints,
            Commands commands,
            BlockingWork blocking,
            RateLimits limits,
            Buckets buckets) {
        this.addresses = addresses;
        this.fingerprints = fingerprints;
        this.commands = commands;
        this.blocking = blocking;
        this.limits = limits;
        this.buckets = buckets;
    }

    /**
     * An address that was written to often enough gets no further mail, and nobody is told, however many ask.
     *
     * @param order from the account's id to the command that leads to the mail
     */
    Mono<Void> ask(EmailAddress email, Function<String, Object> order, ServerWebExchange exchange) {
        return limits.consume(buckets.mailTo(fingerprints.of(email)))
                .filter(Outcome::allowed)
                .flatMap(allowed -> blocking.<Optional<String>>call(() -> addresses.holder(email)))
                .doOnNext(holder -> holder.ifPresent(accountId -> commands.sendAside(order.apply(accountId), exchange)))
                .then();
    }
}
