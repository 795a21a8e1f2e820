package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Biomes;
import dev.kiwi.api.rotation.ComputeRotation.Computed;
import dev.kiwi.api.rotation.ComputedRotation;
import dev.kiwi.api.rotation.GameCycle;

/** All that follows from the moment alone. */
final class Calculations {
    final Buffs buffs;
    final BiomePicks biomes;

    private Calculations(RotationTables tables) {
        this.buffs = new Buffs(tables);
        this.biomes = new BiomePicks(tables);
    }

    /** The first call reads the tables. */
    static Calculations get() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        static final Calculations INSTANCE = new Calculations(RotationTables.FILE.get());
    }

    Computed compute(ComputedRotation rotation, long at) {
        return switch (rotation) {
            case SERVER_TIME -> new Computed(GameClock.serverTime(at), at + 1);
            case DAILY_BUFFS -> new Computed(buffs.daily(at), GameClock.dailyReset(at));
            case WEEKLY_BUFFS ->
                new Computed(
                        buffs.weekly(at), GameCycle.WEEKLY_BUFF.windowAt(at).endsAt());
            // Their countdown is another each second.
            case CORRUXION -> new Computed(Merchants.corruxion(at), at + 1);
            case FLUXION -> new Computed(Merchants.fluxion(at), at + 1);
            // Harvests begin and end with a day.
            case GARDENING -> new Computed(Garden.at(at), GameClock.dailyReset(at));
            case LONGSHADE -> untilNext(biomes.longshade(at));
            case WILD_MANA -> untilNext(biomes.wildMana(at));
            case STAMPY -> untilNext(biomes.stampy(at));
        };
    }

    private static Computed untilNext(Biomes biomes) {
        return new Computed(biomes, biomes.current().endsAt());
    }
}
