package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;

/** @param units that one of them fills */
public record Focus(String key, int units, List<Material> materials) {
    public Focus {
        Row.text(key, "focus");
        Row.check(units > 0, key + ": units are not positive");
        materials = Row.unique(materials, Material::material, key);
    }
}
