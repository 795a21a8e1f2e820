package dev.kiwi.web.app;

/** Makes sure that a superuser exists (platform.md 20). Implemented by the account context. */
public interface SuperuserBootstrap {
    /**
     * Creates the account as a verified superuser, or makes it one; replaces the password when it does not verify.
     * Idempotent. Returns when it is done.
     */
    void ensure(String email, String password);
}
