package dev.kiwi.api.giveaway;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a prize drawer and its codes, whose texts are in none (ADR 0030). */
public sealed interface PrizeEvent {
    /** 24 lower-case hex digits. */
    String drawerId();

    @EventType(name = "giveaway.DrawerCreated")
    record DrawerCreated(
            String drawerId, String name, @Nullable String description, Instant createdAt) implements PrizeEvent {}

    @EventType(name = "giveaway.DrawerEdited")
    record DrawerEdited(
            String drawerId, String name, @Nullable String description, Instant editedAt) implements PrizeEvent {}

    /** The drawer is gone, and with it every code that nobody had won. */
    @EventType(name = "giveaway.DrawerDeleted")
    record DrawerDeleted(String drawerId, Instant deletedAt) implements PrizeEvent {}

    /**
     * @param textId names the text in the vault
     * @param hash keyed hash of the text, lower-case hex
     */
    record NewCode(
            String codeId, String textId, @Confidential String hash) {}

    @EventType(name = "giveaway.CodesAdded")
    record CodesAdded(String drawerId, @Confidential List<NewCode> codes, Instant addedAt) implements PrizeEvent {}

    /** @param textId names the new text in the vault @param hash keyed hash of it */
    @EventType(name = "giveaway.CodeEdited")
    record CodeEdited(
            String drawerId,
            String codeId,
            String textId,
            @Confidential String hash,
            Instant editedAt) implements PrizeEvent {}

    @EventType(name = "giveaway.CodeDeleted")
    record CodeDeleted(String drawerId, String codeId, Instant deletedAt) implements PrizeEvent {}
}
