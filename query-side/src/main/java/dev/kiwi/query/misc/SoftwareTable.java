package dev.kiwi.query.misc;

import dev.kiwi.api.misc.ListSoftware.Software;
import dev.kiwi.api.misc.ListSoftware.SoftwareCategory;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import java.util.List;

/** Tools of others, in the order in which they are shown. */
public record SoftwareTable(List<SoftwareCategory> categories) {
    public static final GameFile<SoftwareTable> FILE = new GameFile<>(SoftwareTable.class, "software.json");

    public SoftwareTable {
        categories = Row.unique(categories, SoftwareCategory::key, "categories");
        for (SoftwareCategory category : categories) {
            Row.text(category.key(), "key of a category");
            Row.text(category.description(), category.key() + " description");
            Row.unique(category.software(), Software::name, category.key() + " software");
            category.software().forEach(SoftwareTable::check);
        }
    }

    private static void check(Software tool) {
        Row.text(tool.name(), "name of a tool");
        Row.text(tool.description(), tool.name() + " description");
        Row.check(
                Row.text(tool.url(), tool.name() + " url").startsWith("https://"), tool.name() + ": url is not https");
    }
}
