package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.DailyBuff;
import dev.kiwi.api.rotation.DailyBuffs;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.WeeklyBuff;
import dev.kiwi.api.rotation.WeeklyBuffs;
import java.util.List;

/** The buffs of days and weeks (rotations.md 2.2, 2.3). */
final class Buffs {
    private final List<DailyBuff> days;
    private final List<WeeklyBuff> weeks;

    Buffs(RotationTables tables) {
        this.days = tables.dailyBuffs();
        this.weeks = tables.weeklyBuffs();
    }

    DailyBuffs daily(long at) {
        return new DailyBuffs(ofDay(GameCycle.DAILY_BUFF.index(at)), days);
    }

    WeeklyBuffs weekly(long at) {
        return new WeeklyBuffs(ofWeek(GameCycle.WEEKLY_BUFF.index(at)), weeks);
    }

    DailyBuff ofDay(long index) {
        return days.get(Math.floorMod(index, days.size()));
    }

    WeeklyBuff ofWeek(long index) {
        return weeks.get(Math.floorMod(index, weeks.size()));
    }
}
