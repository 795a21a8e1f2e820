package dev.kiwi.web.config;

import dev.kiwi.api.config.OverrideSetting;
import dev.kiwi.api.config.ResetSetting;
import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Changing settings while Kiwi runs (platform.md 15.2). Every answer shows what is committed, whichever node gives it. */
@RestController
@RequestMapping("/admin/config")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class ConfigController {
    private final LiveSettings settings;
    private final SettingRefresh refresh;
    private final Commands commands;

    ConfigController(LiveSettings settings, SettingRefresh refresh, Commands commands) {
        this.settings = settings;
        this.refresh = refresh;
        this.commands = commands;
    }

    /** @param value any JSON; null is given, and refused */
    record OverrideBody(@NotNull JsonNode value) {}

    record Items(List<RuntimeConfigItem> items, int count) {}

    @GetMapping
    Mono<Items> list() {
        return refresh.now().then(Mono.fromSupplier(() -> {
            List<RuntimeConfigItem> items = settings.items();
            return new Items(items, items.size());
        }));
    }

    @PutMapping("/{key}")
    @StepUp
    Mono<RuntimeConfigItem> override(
            @PathVariable String key,
            @Valid @RequestBody OverrideBody body,
            Caller caller,
            ServerWebExchange exchange) {
        SettingDefinition setting = known(key);
        return commands.send(new OverrideSetting(key, body.value().toString(), caller.accountId()), exchange)
                .then(fresh(setting));
    }

    @DeleteMapping("/{key}")
    @StepUp
    Mono<RuntimeConfigItem> reset(@PathVariable String key, Caller caller, ServerWebExchange exchange) {
        SettingDefinition setting = known(key);
        return fresh(setting)
                // What was never overridden has no events that a command could find.
                .filter(item -> !item.unchanged())
                .flatMap(item -> commands.send(new ResetSetting(key, caller.accountId()), exchange))
                .then(fresh(setting));
    }

    private Mono<RuntimeConfigItem> fresh(SettingDefinition setting) {
        return refresh.now().then(Mono.fromSupplier(() -> settings.item(setting)));
    }

    private static SettingDefinition known(String key) {
        return SettingCatalog.find(key)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such setting."));
    }
}
