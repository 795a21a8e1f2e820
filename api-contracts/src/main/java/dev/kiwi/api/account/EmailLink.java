package dev.kiwi.api.account;

/**
 * A link that is ready to be sent.
 *
 * @param path below {@code API_URL}, with the token; a credential
 * @param recipient the address it belongs to, and goes to
 * @param bounced true when mail to the account's address was refused for good
 */
public record EmailLink(String path, String recipient, boolean bounced) {
    /** Hides the link, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EmailLink[hidden]";
    }
}
