package dev.kiwi.command.config;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.config.ConfigEvent.SettingOverridden;
import dev.kiwi.api.config.ConfigEvent.SettingReset;
import dev.kiwi.api.config.OverrideSetting;
import dev.kiwi.api.config.ResetSetting;
import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.api.config.SettingKey;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A setting that was overridden at least once. The catalogue has the rest: what it accepts, and its default. */
final class Setting {
    @AggregateIdentifier
    private @Nullable String identifier;

    private String key = "";
    private @Nullable String override;

    /** For Axon, before the first event is applied. */
    Setting() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OverrideSetting command, SettingChanges changes, Clock clock) {
        SettingDefinition definition = SettingCatalog.find(command.key())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such setting."));
        Optional<Object> value = SettingJson.read(definition, command.jsonValue());
        Refusal.ifViolated(new ValueFitsItsSetting(definition, value));
        String json = SettingJson.write(value.orElseThrow());
        if (!json.equals(override)) {
            changes.settingChangesWithCommit(command.key());
            apply(new SettingOverridden(command.key(), json, command.byAccountId(), now(clock)));
        }
    }

    @CommandHandler
    void decide(ResetSetting command, SettingChanges changes, Clock clock) {
        if (override != null) {
            changes.settingChangesWithCommit(key);
            apply(new SettingReset(key, command.byAccountId(), now(clock)));
        }
    }

    @EventSourcingHandler
    void evolve(SettingOverridden event) {
        identifier = SettingKey.of(event.key());
        key = event.key();
        override = event.jsonValue();
    }

    @EventSourcingHandler
    void evolve(SettingReset event) {
        override = null;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
