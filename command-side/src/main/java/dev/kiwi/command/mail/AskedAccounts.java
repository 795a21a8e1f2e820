package dev.kiwi.command.mail;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLink;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.MakeEmailLink;
import dev.kiwi.api.account.MarkEmailBounced;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What mail asks of accounts and tells them, by their commands. */
final class AskedAccounts implements MailLinks, Bounces {
    private static final CommandContext MAIL = CommandContext.system("mail");

    private final CommandDispatcher commands;
    private final String apiUrl;

    /** @param apiUrl what links begin with */
    AskedAccounts(CommandDispatcher commands, String apiUrl) {
        this.commands = commands;
        this.apiUrl = apiUrl;
    }

    @Override
    public Optional<String> link(EmailLinkPurpose purpose, String accountId, @Nullable String newEmail) {
        EmailAddress address =
                newEmail == null ? null : EmailAddress.parse(newEmail).orElse(null);
        MakeEmailLink order = new MakeEmailLink(accountId, purpose, address);
        try {
            EmailLink link = commands.<EmailLink>dispatch(order, MAIL).join().result();
            return Optional.ofNullable(link).map(made -> apiUrl + made.path());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void refused(String accountId, String address) {
        EmailAddress.parse(address)
                .ifPresent(recipient -> commands.dispatch(new MarkEmailBounced(accountId, recipient), MAIL)
                        .join());
    }
}
