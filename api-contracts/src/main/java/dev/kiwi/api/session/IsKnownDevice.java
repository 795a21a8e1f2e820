package dev.kiwi.api.session;

/** Query: whether the account has had a session of this device label, answered with a {@code Boolean}. */
public record IsKnownDevice(String accountId, String device) {}
