package dev.kiwi.query.gem.build;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be ranked.
 *
 * @param character display name of a class, as is the subclass
 * @param food key; one that is unknown is none, as with the ally
 * @param flags those that are on
 * @param criticalDamageCount 0 to 3
 * @param light to come close to; 0 for none
 */
public record BuildRequest(
        BuildType type,
        String character,
        String subclass,
        String food,
        String ally,
        Set<String> flags,
        int criticalDamageCount,
        int light,
        @Nullable String starChart) {
    public BuildRequest {
        flags = Set.copyOf(flags);
    }

    /** What a build is for. */
    public enum BuildType {
        LIGHT,
        FARM,
        HEALTH;

        /** Any other text is {@link #LIGHT}. */
        public static BuildType of(String text) {
            return switch (text) {
                case "Farm" -> FARM;
                case "Health" -> HEALTH;
                default -> LIGHT;
            };
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
