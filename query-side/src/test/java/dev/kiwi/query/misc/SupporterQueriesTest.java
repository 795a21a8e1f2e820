package dev.kiwi.query.misc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.misc.ListSupporters;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.api.misc.SupporterEvent.SupporterAdded;
import dev.kiwi.api.misc.SupporterEvent.SupporterRemoved;
import dev.kiwi.api.misc.SupporterEvent.SupportersReplaced;
import dev.kiwi.api.misc.SupporterKey;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.trove.TroveProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupporterQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00.500Z");

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "trove", "projection/trove.sql", TroveProjector::new);
    private final SupporterQueries queries = new SupporterQueries(model.dataSource());

    private List<Supporter> list() {
        return queries.list(new ListSupporters()).items();
    }

    private void happens(Object event) {
        model.apply(SupporterKey.LIST, event);
    }

    @Test
    void supportersAreInTheOrderInWhichTheyCame() {
        happens(new SupportersReplaced(List.of("Zed", "Amy"), null, NOW));
        happens(new SupporterAdded("Bob", "ada", NOW));
        assertThat(list()).extracting(Supporter::name).containsExactly("Zed", "Amy", "Bob");
        assertThat(list().getLast()).isEqualTo(new Supporter("Bob", "ada", NOW.getEpochSecond()));
        assertThat(list().getFirst().addedBy()).isNull();

        happens(new SupporterRemoved("Zed", NOW));
        happens(new SupporterAdded("Zed", "ada", NOW));
        assertThat(list()).extracting(Supporter::name).containsExactly("Amy", "Bob", "Zed");

        happens(new SupportersReplaced(List.of("Cat", "Amy"), "ada", NOW));
        assertThat(list()).extracting(Supporter::name).containsExactly("Cat", "Amy");
    }
}
