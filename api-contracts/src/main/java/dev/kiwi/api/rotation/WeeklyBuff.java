package dev.kiwi.api.rotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a week brings.
 *
 * @param color six hex digits
 * @param weekday says nothing; it is there for the shape of {@link DailyBuff}
 */
public record WeeklyBuff(
        String name,
        String color,
        String weekday,
        String emoji,
        List<String> buffs,
        @Nullable String banner) {}
