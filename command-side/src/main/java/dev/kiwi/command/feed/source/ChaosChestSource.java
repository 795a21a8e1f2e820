package dev.kiwi.command.feed.source;

import dev.kiwi.api.rotation.ChaosChestRelay;
import dev.kiwi.api.rotation.RelayChaosChest;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;

/** This week's chaos chest at Trovesaurus (rotations.md 3.1). */
public final class ChaosChestSource implements Source {
    private final UpstreamService service;

    public ChaosChestSource(UpstreamService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "chaos_chest";
    }

    @Override
    public String host() {
        return service.host();
    }

    @Override
    public boolean isLeftAlone() {
        return service.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        return new ChaosChest(service)
                .fetch()
                .<Fetched>map(item -> new Fetched.Told(
                        new RelayChaosChest(new ChaosChestRelay(
                                item.name(), item.identifier(), item.blueprint(), item.start(), item.end())),
                        Validators.NONE))
                .orElseGet(Fetched.Unchanged::new);
    }
}
