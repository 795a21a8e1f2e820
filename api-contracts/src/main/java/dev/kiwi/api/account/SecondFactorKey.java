package dev.kiwi.api.account;

/** The identifier under which the events of an account's second factor are stored. */
public final class SecondFactorKey {
    private SecondFactorKey() {}

    public static String of(String accountId) {
        return "second_factor:" + accountId;
    }
}
