package dev.kiwi.api.rotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a weekday brings.
 *
 * @param color six hex digits
 * @param premiumBuffs for patrons
 */
public record DailyBuff(
        String name,
        String color,
        String weekday,
        String emoji,
        List<String> normalBuffs,
        List<String> premiumBuffs,
        @Nullable String icon,
        @Nullable String banner) {}
