package dev.kiwi.query.gem.build;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subclass or a flag adds when all its conditions hold.
 *
 * @param flag null for no condition, as is an empty list
 * @param characterOrSubclass one of the two has to be one of these
 */
public record SubclassRule(
        @Nullable String flag,
        @Nullable String damageType,
        List<String> characterOrSubclass,
        List<String> subclass,
        double damage,
        double criticalDamage,
        double light,
        double bonusDamage,
        double lightPercent) {
    public SubclassRule {
        characterOrSubclass = List.copyOf(characterOrSubclass);
        subclass = List.copyOf(subclass);
    }

    boolean holds(BuildRequest request, String typeOfDamage) {
        return (flag == null || request.has(flag))
                && (damageType == null || damageType.equals(typeOfDamage))
                && (subclass.isEmpty() || subclass.contains(request.subclass()))
                && (characterOrSubclass.isEmpty()
                        || characterOrSubclass.contains(request.character())
                        || characterOrSubclass.contains(request.subclass()));
    }
}
