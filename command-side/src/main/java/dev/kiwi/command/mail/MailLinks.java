package dev.kiwi.command.mail;

import dev.kiwi.api.account.EmailLinkPurpose;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the links of platform.md 3.7. Asked of the account context, which signs and later believes them. */
public interface MailLinks {
    /**
     * The whole address that the mail links to, a credential; empty when the account is gone. May block.
     *
     * @param newEmail the address to be confirmed; null for any other purpose
     */
    Optional<String> link(EmailLinkPurpose purpose, String accountId, @Nullable String newEmail);
}
