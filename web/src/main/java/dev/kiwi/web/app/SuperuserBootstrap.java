package dev.kiwi.web.app;

/** Makes sure that a superuser exists (platform.md 20). Implemented by the account context; all of it blocks. */
public interface SuperuserBootstrap {
    /** Whether somebody has an account with that address. */
    boolean exists(String email);

    /**
     * Creates the account as a verified superuser with this password, when there is none. Idempotent.
     *
     * @return the account's id
     */
    String ensureAccount(String email, String password);

    /**
     * Makes the account a superuser, and replaces its password when this one does not verify. Takes as long as a login.
     * Idempotent.
     */
    void ensureSuperuser(String account, String password);
}
