package dev.kiwi.web.app;

/** Makes sure that a superuser exists (platform.md 20). Implemented by the account context; both steps block. */
public interface SuperuserBootstrap {
    /**
     * Creates the account as a verified superuser with this password, or makes the existing one a superuser.
     * Idempotent.
     *
     * @return the account's id
     */
    String ensureAccount(String email, String password);

    /** Replaces the account's password when this one does not verify. Takes as long as a login. Idempotent. */
    void ensurePassword(String account, String password);
}
