package dev.kiwi.projection.giveaway;

import dev.kiwi.api.giveaway.GiveawayEvent.EntriesClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.EntryAccepted;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCancelled;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCreated;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayDrawn;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayEdited;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayOpened;
import dev.kiwi.api.giveaway.PrizeEvent.CodeDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.CodeEdited;
import dev.kiwi.api.giveaway.PrizeEvent.CodesAdded;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerCreated;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerEdited;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserErased;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Fills {@code drawer}, {@code code}, {@code giveaway} and {@code entry}. */
public final class GiveawayProjector {
    private final ReadModel model;

    public GiveawayProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(DrawerCreated event) {
        model.change(
                "insert into drawer (id, name, description, created_at) values (?, ?, ?, ?)",
                event.drawerId(),
                event.name(),
                event.description(),
                Timestamp.from(event.createdAt()));
    }

    @EventHandler
    void on(DrawerEdited event) {
        model.change(
                "update drawer set name = ?, description = ? where id = ?",
                event.name(),
                event.description(),
                event.drawerId());
    }

    @EventHandler
    void on(DrawerDeleted event) {
        model.change("delete from code where drawer_id = ?", event.drawerId());
        model.change("delete from drawer where id = ?", event.drawerId());
    }

    @EventHandler
    void on(CodesAdded event) {
        event.codes()
                .forEach(code -> model.change(
                        "insert into code (id, drawer_id, text_id, created_at) values (?, ?, ?, ?)",
                        code.codeId(),
                        event.drawerId(),
                        code.textId(),
                        Timestamp.from(event.addedAt())));
    }

    @EventHandler
    void on(CodeEdited event) {
        model.change("update code set text_id = ? where id = ?", event.textId(), event.codeId());
    }

    @EventHandler
    void on(CodeDeleted event) {
        model.change("delete from code where id = ?", event.codeId());
    }

    @EventHandler
    void on(GiveawayCreated event) {
        model.change(
                """
                insert into giveaway (id, title, description, prize_name, starts_at, ends_at, status, drawer_id, code_id,
                    commitment, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                event.giveawayId(),
                event.title(),
                event.description(),
                event.prizeName(),
                Timestamp.from(event.startsAt()),
                Timestamp.from(event.endsAt()),
                event.status(),
                event.drawerId(),
                event.codeId(),
                event.commitment(),
                Timestamp.from(event.createdAt()));
        reserve(event.codeId(), event.giveawayId());
    }

    @EventHandler
    void on(GiveawayEdited event) {
        release(event.giveawayId());
        model.change(
                """
                update giveaway set title = ?, description = ?, prize_name = ?, starts_at = ?, ends_at = ?, status = ?,
                    drawer_id = ?, code_id = ? where id = ?""",
                event.title(),
                event.description(),
                event.prizeName(),
                Timestamp.from(event.startsAt()),
                Timestamp.from(event.endsAt()),
                event.status(),
                event.drawerId(),
                event.codeId(),
                event.giveawayId());
        reserve(event.codeId(), event.giveawayId());
    }

    private void reserve(String codeId, String giveawayId) {
        model.change("update code set status = 'reserved', giveaway_id = ? where id = ?", giveawayId, codeId);
    }

    private void release(String giveawayId) {
        model.change("""
                update code set status = 'available', giveaway_id = null
                where id = (select code_id from giveaway where id = ?)""", giveawayId);
    }

    @EventHandler
    void on(GiveawayOpened event) {
        model.change("update giveaway set status = 'open' where id = ?", event.giveawayId());
    }

    @EventHandler
    void on(EntryAccepted event, TrackingToken token) {
        model.change(
                "insert into entry (giveaway_id, number, site_user_id, ticket, entered_at) values (?, ?, ?, ?, ?)",
                event.giveawayId(),
                token.position().orElseThrow(),
                event.siteUserId(),
                event.ticket(),
                Timestamp.from(event.enteredAt()));
        model.change("update giveaway set entry_count = entry_count + 1 where id = ?", event.giveawayId());
    }

    @EventHandler
    void on(EntriesClosed event) {
        model.change("update giveaway set is_closing = true where id = ?", event.giveawayId());
    }

    @EventHandler
    void on(GiveawayDrawn event) {
        model.change(
                """
                update giveaway set status = 'drawn', is_closing = false, winner_user_id = ?, winner_name = ?,
                    winner_ticket = ?, winner_index = ?, entrants_hash = ?, seed = ?, ended_at = ? where id = ?""",
                event.winnerUserId(),
                event.winnerName(),
                event.ticket(),
                event.index(),
                event.entrantsHash(),
                event.seed(),
                Timestamp.from(event.drawnAt()),
                event.giveawayId());
        leaveOut(event.giveawayId(), event.leftOut());
        model.change(
                "update code set status = 'awarded', giveaway_id = ?, awarded_to = ?, awarded_at = ? where id = ?",
                event.giveawayId(),
                event.winnerUserId(),
                Timestamp.from(event.drawnAt()),
                event.codeId());
    }

    @EventHandler
    void on(GiveawayClosed event) {
        model.change("update giveaway set seed = ? where id = ?", event.seed(), event.giveawayId());
        leaveOut(event.giveawayId(), event.leftOut());
        end(event.giveawayId(), "closed", event.closedAt());
    }

    @EventHandler
    void on(GiveawayCancelled event) {
        end(event.giveawayId(), "cancelled", event.cancelledAt());
    }

    private void end(String giveawayId, String status, Instant at) {
        release(giveawayId);
        model.change(
                "update giveaway set status = ?, is_closing = false, ended_at = ? where id = ?",
                status,
                Timestamp.from(at),
                giveawayId);
    }

    private void leaveOut(String giveawayId, List<String> tickets) {
        if (!tickets.isEmpty()) {
            model.change(
                    "update entry set is_left_out = true where giveaway_id = ? and ticket = any (?)",
                    giveawayId,
                    tickets.toArray(String[]::new));
            model.change("update giveaway set left_out = ? where id = ?", tickets.size(), giveawayId);
        }
    }

    /** The entries stay, so that a draw can be checked; whose they were is gone. */
    @EventHandler
    void on(SiteUserErased event) {
        model.change("update entry set site_user_id = null where site_user_id = ?", event.siteUserId());
        model.change(
                "update giveaway set winner_user_id = null, winner_name = null where winner_user_id = ?",
                event.siteUserId());
        model.change("update code set awarded_to = null where awarded_to = ?", event.siteUserId());
    }
}
