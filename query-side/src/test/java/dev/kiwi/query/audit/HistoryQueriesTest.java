package dev.kiwi.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.api.audit.HistoryDetail;
import dev.kiwi.api.audit.HistoryFilter;
import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.audit.ReadHistory;
import dev.kiwi.api.audit.SearchHistory;
import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.audit.AuditProjector;
import dev.kiwi.query.audit.StoredEvents.StoredEvent;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final HistoryFilter ALL = new HistoryFilter(null, null, null, null, null, null, null, null);

    private static final AddressFingerprints FINGERPRINTS = address -> "hash of " + address;

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(),
            "audit",
            "projection/audit.sql",
            model -> new AuditProjector(model, FINGERPRINTS));
    private final StoredEvents events = positions -> positions.stream()
            .collect(Collectors.toMap(p -> p, p -> new StoredEvent(p, p * 10, "10.0.0." + p, "payload " + p)));
    private final HistoryQueries queries = new HistoryQueries(model.dataSource(), events, FINGERPRINTS);

    /** Position n happens n seconds after ten. */
    @BeforeEach
    void history() {
        revoke("e0", "t1", "account", "ada", "r1", null);
        revoke("e1", "t2", "token", "t9", "r2", null);
        model.applyAs("e2", "account:ada", new SuperuserGranted("ada", NOW), metadata("system", "kiwi", "r1", "e0"));
        revoke("e3", "t1", "system", "kiwi", "r1", "e2");
        revoke("e4", "t3", "account", "ada", "r5", null);
    }

    @Test
    void theHistoryIsReadNewestFirstInPagesThatNeitherRepeatNorSkip() {
        HistoryPage first = queries.search(new SearchHistory(ALL, 2));
        HistoryPage second = queries.search(new SearchHistory(ALL.below(3), 2));
        HistoryPage third = queries.search(new SearchHistory(ALL.below(1), 2));
        assertThat(positions(first.items())).containsExactly(4L, 3L);
        assertThat(positions(second.items())).containsExactly(2L, 1L);
        assertThat(positions(third.items())).containsExactly(0L);
        assertThat(List.of(first.hasMore(), second.hasMore(), third.hasMore())).containsExactly(true, true, false);
    }

    @Test
    void anItemTellsWhoFromWhereAndBecauseOfWhat() {
        assertThat(queries.search(new SearchHistory(ALL, 5)).items().get(1))
                .isEqualTo(new HistoryItem(
                        3,
                        "e3",
                        NOW.plusSeconds(3),
                        "token",
                        "token.TokenRevoked",
                        "1",
                        "token:t1",
                        30,
                        new HistoryItem.Actor("system", "kiwi"),
                        "r1",
                        "r1",
                        "e2",
                        "10.0.0.3",
                        "payload 3"));
    }

    @Test
    void eachFilterFindsItsEvents() {
        assertThat(found(new HistoryFilter("account", null, null, null, null, null, null, null)))
                .containsExactly(2L);
        assertThat(found(new HistoryFilter(null, "token.TokenRevoked", null, null, null, null, null, null)))
                .containsExactly(4L, 3L, 1L, 0L);
        assertThat(found(new HistoryFilter(null, null, "token:t1", null, null, null, null, null)))
                .containsExactly(3L, 0L);
        assertThat(found(new HistoryFilter(null, null, null, "ada", null, null, null, null)))
                .containsExactly(4L, 0L);
        assertThat(found(new HistoryFilter(null, null, null, "token:t9", null, null, null, null)))
                .containsExactly(1L);
        assertThat(found(new HistoryFilter(null, null, null, "account:t9", null, null, null, null)))
                .isEmpty();
        assertThat(found(new HistoryFilter(null, null, null, null, NOW.plusSeconds(1), NOW.plusSeconds(3), null, null)))
                .containsExactly(2L, 1L);
        assertThat(found(new HistoryFilter(null, null, null, null, null, null, 1L, 4L)))
                .containsExactly(3L, 2L);
        assertThat(found(new HistoryFilter("token", null, "token:t1", "system:kiwi", null, null, null, null)))
                .containsExactly(3L);
    }

    @Test
    void anEventShowsItsChainOfCausesAndWhatElseTheRequestLedTo() {
        HistoryDetail detail = queries.read(new ReadHistory(3));
        assertThat(positions(detail.causes())).containsExactly(2L, 0L);
        assertThat(positions(detail.related())).containsExactly(0L, 2L);
    }

    @Test
    void anEventOfARequestHasNoCause() {
        assertThat(queries.read(new ReadHistory(1)).causes()).isEmpty();
    }

    @Test
    void aPositionWithoutAnEventIsNotFound() {
        assertThatThrownBy(() -> queries.read(new ReadHistory(99))).isInstanceOf(Refusal.class);
    }

    private List<Long> found(HistoryFilter filter) {
        return positions(queries.search(new SearchHistory(filter, 10)).items());
    }

    private static List<Long> positions(List<HistoryItem> items) {
        return items.stream().map(HistoryItem::position).toList();
    }

    private void revoke(String id, String token, String kind, String actor, String request, String cause) {
        model.applyAs(id, "token:" + token, new TokenRevoked(token, "why", NOW), metadata(kind, actor, request, cause));
    }

    private static Map<String, String> metadata(String kind, String actor, String request, String cause) {
        Map<String, String> metadata = new java.util.HashMap<>(Map.of(
                MetadataKeys.ACTOR_KIND, kind,
                MetadataKeys.ACTOR_ID, actor,
                MetadataKeys.REQUEST_ID, request,
                MetadataKeys.CORRELATION_ID, request));
        if (cause != null) {
            metadata.put(MetadataKeys.CAUSATION_ID, cause);
        }
        return metadata;
    }
}
