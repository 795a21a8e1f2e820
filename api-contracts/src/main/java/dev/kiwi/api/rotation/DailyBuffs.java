package dev.kiwi.api.rotation;

import java.util.List;

/** The buff of the day (rotations.md 2.2). @param week from Monday to Sunday */
public record DailyBuffs(DailyBuff current, List<DailyBuff> week) {}
