package dev.kiwi.command.locker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.locker.LockerEvents.ItemsStored;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.eventstore.TestNode;
import dev.kiwi.command.locker.Locker.Rent;
import dev.kiwi.command.locker.LockerDesk.RentPair;
import dev.kiwi.command.locker.LockerDesk.Reserve;
import dev.kiwi.command.locker.LockerDesk.StoreInBoth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit of work over several aggregates and claims is all or nothing. */
class LockerDeskTest {
    private TestNode node;
    private Claims claims;

    @BeforeEach
    void start() {
        node = TestNode.start(LockerDesk.class);
        claims = node.bean(Claims.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void eventsOfTwoAggregatesAndAClaimAreStoredTogether() {
        node.send(new RentPair("locker:1", "locker:2"));
        long position = node.send(new StoreInBoth("locker:1", "locker:2", List.of("hat"), false))
                .position();
        assertThat(position).isEqualTo(4);
        assertThat(node.eventsOf("locker:1")).endsWith(new ItemsStored("locker:1", List.of("hat")));
        assertThat(node.eventsOf("locker:2")).endsWith(new ItemsStored("locker:2", List.of("hat")));
        assertThat(claims.find("pair", "locker:1").orElseThrow().position()).isEqualTo(4);
    }

    @Test
    void aRefusalAfterwardsTakesEverythingBackEvenFromMemory() {
        node.send(new RentPair("locker:1", "locker:2"));
        assertThatThrownBy(() -> node.send(new StoreInBoth("locker:1", "locker:2", List.of("hat"), true)))
                .isInstanceOf(Refusal.class);
        assertThat(node.positions()).hasSize(2);
        assertThat(claims.find("pair", "locker:1")).isEmpty();
        assertThat(node.send(new Locker.Look("locker:1")).result()).isEqualTo(0);
    }

    @Test
    void oneClaimThatIsTakenStopsTheWholePair() {
        node.send(new Rent("locker:9", "locker:2", "account:1", "a@b"));
        assertThatThrownBy(() -> node.send(new RentPair("locker:1", "locker:2")))
                .isInstanceOf(Refusal.class);
        assertThat(node.eventsOf("locker:1")).isEmpty();
        assertThat(claims.find("locker_label", "locker:1")).isEmpty();
    }

    @Test
    void aClaimWithoutAnEventIsKeptToo() {
        assertThat(node.send(new Reserve("vip")).position()).isEqualTo(-1);
        assertThat(claims.find("locker_label", "vip").orElseThrow().owner()).isEqualTo("desk");
        assertThatThrownBy(() -> node.send(new Rent("locker:1", "vip", "account:1", "a@b")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void claimsChangeInsideACommandOnly() {
        assertThatThrownBy(() -> claims.claim("locker_label", "x", "y")).isInstanceOf(IllegalStateException.class);
    }
}
