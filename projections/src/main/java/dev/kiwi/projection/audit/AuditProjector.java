package dev.kiwi.projection.audit;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserErased;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code history} with one row an event. Payload and address stay in the event store, so that what an erased key
 * makes unreadable there is unreadable here too; the fingerprints of an erased account's addresses go with it.
 */
public final class AuditProjector {
    // A token's key is its type, a colon and its id.
    private static final String FORGET_ADDRESSES = """
            update history set ip_fingerprint = null
            where ip_fingerprint is not null and (
                (actor_kind = 'account' and actor_id = ?)
                or (actor_kind = 'token' and actor_id in (
                    select substr(entity, 7) from history where account_id = ? and type = 'token.TokenMinted')))""";

    private static final String FORGET_ADDRESSES_OF_SITE_USER = """
            update history set ip_fingerprint = null
            where ip_fingerprint is not null and actor_kind = 'site_user' and actor_id = ?""";

    private final ReadModel model;
    private final AddressFingerprints fingerprints;
    private final NamedAccounts accounts = new NamedAccounts();

    public AuditProjector(ReadModel model, AddressFingerprints fingerprints) {
        this.model = model;
        this.fingerprints = fingerprints;
    }

    @EventHandler
    void on(EventMessage<?> event, TrackingToken token) {
        EventType type = event.getPayloadType().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getPayloadType() + " has no @EventType");
        }
        MetaData metadata = event.getMetaData();
        model.change(
                """
                        insert into history (position, event_id, context, type, revision, entity,
                            actor_kind, actor_id, request_id, correlation_id, causation_id, at,
                            account_id, ip_fingerprint)
                        values (?, ?, ?, ?, ?, ?,
                            ?, ?, ?, ?, ?, ?,
                            ?, ?)""",
                token.position().orElseThrow(),
                event.getIdentifier(),
                context(type.name()),
                type.name(),
                type.revision(),
                entity(event),
                text(metadata, MetadataKeys.ACTOR_KIND),
                text(metadata, MetadataKeys.ACTOR_ID),
                text(metadata, MetadataKeys.REQUEST_ID),
                text(metadata, MetadataKeys.CORRELATION_ID),
                text(metadata, MetadataKeys.CAUSATION_ID),
                Timestamp.from(event.getTimestamp()),
                accounts.of(event.getPayload()),
                fingerprint(text(metadata, MetadataKeys.IP)));
        if (event.getPayload() instanceof AccountErased erased) {
            model.change(FORGET_ADDRESSES, erased.accountId(), erased.accountId());
        }
        if (event.getPayload() instanceof SiteUserErased erased) {
            model.change(FORGET_ADDRESSES_OF_SITE_USER, erased.siteUserId());
        }
    }

    private @Nullable String fingerprint(@Nullable String address) {
        return address == null ? null : fingerprints.of(address);
    }

    private static String context(String typeName) {
        return typeName.substring(0, typeName.indexOf('.'));
    }

    // An event that no aggregate applied stands for itself.
    private static String entity(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : event.getIdentifier();
    }

    private static @Nullable String text(MetaData metadata, String key) {
        Object value = metadata.get(key);
        return value == null ? null : value.toString();
    }
}
