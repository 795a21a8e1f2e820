package dev.kiwi.query.misc;

import dev.kiwi.api.misc.ListTimezones.Timezone;
import dev.kiwi.query.gamedata.CrossReferenced;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import java.util.List;

/** The clocks that are shown, and Discord's ways to show a time, in their orders. */
public record ClockTable(List<Timezone> zones, List<DiscordStyle> discordStyles) implements CrossReferenced {
    public static final GameFile<ClockTable> FILE = new GameFile<>(ClockTable.class, "clocks.json");

    public record DiscordStyle(String style, String label) {
        public DiscordStyle {
            Row.check(Row.text(style, "style").length() == 1, "style " + style + " is no letter");
            Row.text(label, style + " label");
        }
    }

    public ClockTable {
        zones = Row.unique(zones, Timezone::id, "zones");
        discordStyles = Row.unique(discordStyles, DiscordStyle::style, "discord_styles");
        zones.forEach(zone -> Row.text(zone.name(), "name of a zone"));
    }

    @Override
    public void checkReferences() {
        zones.forEach(zone -> Row.check(Zones.find(zone.id()).isPresent(), "zones: there is no " + zone.id()));
    }
}
