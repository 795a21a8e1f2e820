package dev.kiwi.api.rotation;

import java.util.List;

/** The buff of the week (rotations.md 2.3). @param rotation all four, in their order */
public record WeeklyBuffs(WeeklyBuff current, List<WeeklyBuff> rotation) {}
