package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;

/** What an Empowered gem does. */
public record Ability(int id, String name) {
    public Ability {
        Row.text(name, "ability");
    }
}
