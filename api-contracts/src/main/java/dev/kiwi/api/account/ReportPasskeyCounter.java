package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * States that a passkey was refused because its counter did not go up. Leads to
 * {@link AccountEvent.PasskeyCounterWentBack}; refused with {@code not_found} when the account does not have it.
 */
public record ReportPasskeyCounter(String accountId, String passkeyId, long lastCount, long presentedCount) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
