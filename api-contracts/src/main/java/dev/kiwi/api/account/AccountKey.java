package dev.kiwi.api.account;

/** The identifier under which an account's events are stored. */
public final class AccountKey {
    private AccountKey() {}

    public static String of(String accountId) {
        return "account:" + accountId;
    }
}
