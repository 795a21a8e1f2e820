package dev.kiwi.query.gem.build;

import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import dev.kiwi.query.gem.build.BuildTables.GemProfile;
import dev.kiwi.query.gem.build.BuildTables.GemStatProfile;

/** The stats of gems that a type of build looks at. */
record GemPair(
        GemStatProfile empoweredFirst,
        GemStatProfile empoweredSecond,
        GemStatProfile empoweredLight,
        GemStatProfile lesserFirst,
        GemStatProfile lesserSecond,
        GemStatProfile lesserLight) {
    static GemPair of(BuildTables tables, BuildType type) {
        GemProfile empowered = tables.profile(BuildTables.EMPOWERED);
        GemProfile lesser = tables.profile(BuildTables.LESSER);
        return type == BuildType.HEALTH
                ? new GemPair(
                        empowered.health(),
                        empowered.healthPercent(),
                        empowered.light(),
                        lesser.health(),
                        lesser.healthPercent(),
                        lesser.light())
                : new GemPair(
                        empowered.damage(),
                        empowered.criticalDamage(),
                        empowered.light(),
                        lesser.damage(),
                        lesser.criticalDamage(),
                        lesser.light());
    }
}
