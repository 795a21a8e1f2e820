package dev.kiwi.command.giveaway;

import dev.kiwi.api.giveaway.GiveawayEvent;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayDrawn;
import dev.kiwi.command.giveaway.Entrants.Entrant;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** One giveaway's draw: whoever has deleted the account since cannot win. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Draw(String giveawayId, String codeId, byte[] seed, Entrants entrants, Instant since) {
    GiveawayEvent outcome(Instant now) {
        List<Entrant> all = entrants.of(giveawayId, since);
        List<String> leftOut =
                all.stream().filter(Entrant::gone).map(Entrant::ticket).toList();
        List<Entrant> drawnFrom =
                all.stream().filter(entrant -> !entrant.gone()).toList();
        String revealed = HexFormat.of().formatHex(seed);
        if (drawnFrom.isEmpty()) {
            return new GiveawayClosed(giveawayId, codeId, revealed, leftOut, now);
        }
        List<String> tickets = drawnFrom.stream().map(Entrant::ticket).collect(Collectors.toUnmodifiableList());
        FairDraw draw = FairDraw.among(tickets, seed, giveawayId);
        Entrant winner = drawnFrom.get(draw.index());
        return new GiveawayDrawn(
                giveawayId,
                winner.siteUserId(),
                entrants.nameOf(giveawayId, winner),
                codeId,
                winner.ticket(),
                draw.index(),
                tickets.size(),
                draw.entrantsHash(),
                revealed,
                leftOut,
                now);
    }
}
