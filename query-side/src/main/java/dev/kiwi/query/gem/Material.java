package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;

/** What a focus is made of. */
public record Material(String material, long amount) {
    public Material {
        Row.text(material, "material");
        Row.check(amount > 0, material + ": amount is not positive");
    }
}
