package dev.kiwi.query.gem.build;

import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.gamedata.ClassTable.GameClass;
import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import dev.kiwi.query.gem.build.BuildTables.Extra;
import dev.kiwi.query.gem.build.BuildTables.ExtraStat;
import dev.kiwi.query.gem.build.BuildTables.Source;
import dev.kiwi.query.gem.starchart.StarSum;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up what a character has before gems, in the order of the spec: doubles depend on it. One object a sum. */
final class BuildSummation {
    private static final String CRITICAL_DAMAGE = "Critical Damage";
    private static final String LIGHT = "Light";
    private static final String MAGIC = "Magic";

    private final BuildTables tables;
    private double first;
    private double second;
    private double light;
    private double bonus;
    private double criticalPercent = BuildSums.WHOLE;
    private double lightPercent = BuildSums.WHOLE;

    private BuildSummation(BuildTables tables) {
        this.tables = tables;
    }

    /** @param stars bonuses of the star chart by stat */
    static BuildSums of(
            BuildTables tables,
            ClassTable classes,
            GameClass character,
            BuildRequest request,
            Map<String, StarSum> stars) {
        BuildSummation sum = new BuildSummation(tables);
        if (request.type() == BuildType.HEALTH) {
            sum.first = sum(tables.health()) + classes.base(character, "Maximum Health");
            sum.second = sum(tables.healthPercent()) + classes.base(character, "Maximum Health %");
            return sum.total(null);
        }
        String stat = character.damageType() + " Damage";
        sum.gear(request, character, classes.base(character, stat), classes.base(character, CRITICAL_DAMAGE));
        tables.food(request.food()).ifPresent(food -> sum.food(food, stat));
        sum.ally(request, character).ifPresent(ally -> sum.ally(ally, stat));
        sum.second -= tables.criticalDamageCount().lossPerMissing()
                * (tables.criticalDamageCount().max() - request.criticalDamageCount());
        for (SubclassRule rule : tables.subclassRules()) {
            if (rule.holds(request, character.damageType())) {
                sum.add(rule);
            }
        }
        sum.stars(stars, stat);
        return sum.total(classes.bonus(character, stat));
    }

    private BuildSums total(@Nullable Double classBonus) {
        return new BuildSums(first, second, light, bonus, criticalPercent, lightPercent, classBonus);
    }

    private static double sum(List<Source> sources) {
        double sum = 0;
        for (Source source : sources) {
            sum += source.value();
        }
        return sum;
    }

    private void gear(BuildRequest request, GameClass character, double damage, double criticalDamage) {
        boolean magic = character.damageType().equals(MAGIC);
        first = sum(tables.damage()) + damage;
        first += request.has("no_face") ? 0 : tables.faceDamage();
        first += sum(magic ? tables.dragonsDamageMagic() : tables.dragonsDamagePhysical());
        first += sum(tables.dragonsDamageAny());
        second = sum(tables.criticalDamage()) + criticalDamage + sum(tables.dragonsCriticalDamage());
        light = sum(tables.light());
        bonus = sum(tables.bonusDamage());
    }

    private Optional<Extra> ally(BuildRequest request, GameClass character) {
        if (!request.ally().equals(tables.autoAlly().key())) {
            return tables.ally(request.ally());
        }
        boolean magic = character.damageType().equals(MAGIC);
        return tables.ally(magic ? tables.autoAlly().magic() : tables.autoAlly().physical());
    }

    private void food(Extra food, String damageStat) {
        for (ExtraStat stat : food.stats()) {
            if (stat.name().equals(CRITICAL_DAMAGE)) {
                // Unlike an ally's it is never a percentage of what there is.
                second += stat.value();
            } else {
                damageOrLight(stat, damageStat);
            }
        }
    }

    private void ally(Extra ally, String damageStat) {
        for (ExtraStat stat : ally.stats()) {
            if (!stat.name().equals(CRITICAL_DAMAGE)) {
                damageOrLight(stat, damageStat);
            } else if (stat.percentage()) {
                criticalPercent += stat.value();
            } else {
                second += stat.value();
            }
        }
    }

    private void damageOrLight(ExtraStat stat, String damageStat) {
        if (stat.name().equals(LIGHT)) {
            light += stat.value();
        } else if (stat.name().equals(damageStat) && stat.percentage()) {
            bonus += stat.value();
        } else if (stat.name().equals(damageStat)) {
            first += stat.value();
        }
    }

    private void add(SubclassRule rule) {
        first += rule.damage();
        second += rule.criticalDamage();
        light += rule.light();
        bonus += rule.bonusDamage();
        lightPercent += rule.lightPercent();
    }

    private void stars(Map<String, StarSum> stars, String damageStat) {
        StarSum damage = stars.getOrDefault(damageStat, StarSum.NONE);
        StarSum critical = stars.getOrDefault(CRITICAL_DAMAGE, StarSum.NONE);
        StarSum bright = stars.getOrDefault(LIGHT, StarSum.NONE);
        first += damage.flat();
        bonus += damage.percent();
        second += critical.flat();
        criticalPercent += critical.percent();
        light += bright.flat();
        lightPercent += bright.percent();
    }
}
