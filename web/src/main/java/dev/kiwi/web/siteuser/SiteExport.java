package dev.kiwi.web.siteuser;

import dev.kiwi.api.giveaway.OwnEntries;
import dev.kiwi.api.giveaway.OwnEntries.OwnEntry;
import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.session.SessionView;
import dev.kiwi.api.siteuser.BestScore;
import dev.kiwi.api.siteuser.SiteUserHoldings;
import dev.kiwi.api.siteuser.SiteUserView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held of a site user.
 *
 * @param handles that lead to the site user, those of before too
 * @param claimBaseline best scores of the claimed player when the name was claimed
 * @param sessions ended ones too, oldest first
 * @param securityEvents newest first
 */
record SiteExport(
        Instant exportedAt,
        SiteUserPublic user,
        @Nullable String discordId,
        @Nullable String discordAvatar,
        List<String> handles,
        List<BestScore> claimBaseline,
        List<SessionView> sessions,
        List<Incident> securityEvents,
        List<ExportedEntry> giveaways) {

    /** Where the site user took part; a prize itself is under /v1/giveaways/me. */
    record ExportedEntry(String giveawayId, String title, Instant enteredAt, String ticket, boolean won) {
        static ExportedEntry of(OwnEntry entry) {
            return new ExportedEntry(entry.giveawayId(), entry.title(), entry.enteredAt(), entry.ticket(), entry.won());
        }
    }

    static SiteExport of(
            Instant at,
            SiteUserView user,
            SiteUserHoldings held,
            SessionList sessions,
            IncidentList incidents,
            OwnEntries entries) {
        return new SiteExport(
                at,
                SiteUserPublic.of(user),
                user.discordId(),
                user.discordAvatar(),
                held.handles(),
                held.baseline(),
                sessions.items(),
                incidents.items(),
                entries.items().stream().map(ExportedEntry::of).toList());
    }
}
