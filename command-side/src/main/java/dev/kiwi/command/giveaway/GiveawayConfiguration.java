package dev.kiwi.command.giveaway;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.AggregateDefinition;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of giveaways on the command side. */
@Configuration(proxyBeanMethods = false)
class GiveawayConfiguration {
    @Bean
    AggregateDefinition<Giveaway> giveawayAggregate() {
        return new AggregateDefinition<>(Giveaway.class, 0);
    }

    @Bean
    AggregateDefinition<Entry> giveawayEntryAggregate() {
        return new AggregateDefinition<>(Entry.class, 0);
    }

    @Bean
    AggregateDefinition<PrizeDrawer> prizeDrawerAggregate() {
        return new AggregateDefinition<>(PrizeDrawer.class, 0);
    }

    @Bean
    CodeUses codeUses(Claims claims, DataSource dataSource) {
        return new CodeUses(claims, new StoredCodes(dataSource));
    }

    @Bean
    JdbcPrizeTexts prizeTexts(DataSource dataSource, SubjectKeys subjects, DerivedKeys keys, Clock clock) {
        return new JdbcPrizeTexts(dataSource, new SubjectCipher(subjects), keys.prizeCodeHashes(), clock);
    }

    @Bean
    DrawSeeds drawSeeds(DerivedKeys keys) {
        return new DrawSeeds(keys);
    }

    @Bean
    EntryTickets entryTickets(DerivedKeys keys) {
        return new EntryTickets(keys.giveawayTickets());
    }

    @Bean
    EntryCounts entryCounts(DataSource dataSource) {
        return new EntryCounts(dataSource);
    }

    @Bean
    Entrants entrants(DataSource dataSource, EventStorageEngine events, SubjectKeys subjects, EntryTickets tickets) {
        return new StoredEntrants(dataSource, events, subjects, tickets);
    }
}
