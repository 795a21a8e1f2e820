package dev.kiwi.api.leaderboard;

import org.jspecify.annotations.Nullable;

/**
 * A board as one capture shows it.
 *
 * @param contestType {@code weekly}, {@code daily} or null
 * @param resetKind the effective one: {@code daily}, {@code weekly}, {@code default} or {@code none}
 * @param playerBoard false for boards of clubs
 */
public record BoardInfo(
        int uuid,
        String nameId,
        String name,
        String categoryId,
        String category,
        @Nullable String contestType,
        String resetKind,
        boolean playerBoard) {}
