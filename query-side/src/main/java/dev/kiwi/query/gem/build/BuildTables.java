package dev.kiwi.query.gem.build;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kiwi.query.gamedata.CrossReferenced;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What builds are made of (gems.md, builds). Lists of sources are added up in their order.
 *
 * @param gemMultiplier what all gems together are multiplied with
 * @param subclassRules applied in their order
 * @param notes help texts by the name of the field
 */
public record BuildTables(
        List<String> buildTypes,
        List<String> flags,
        CriticalDamageCount criticalDamageCount,
        double gemMultiplier,
        List<GemProfile> gemProfiles,
        List<Source> damage,
        List<Source> criticalDamage,
        List<Source> light,
        List<Source> bonusDamage,
        List<Source> health,
        List<Source> healthPercent,
        List<Source> dragonsDamageAny,
        List<Source> dragonsDamagePhysical,
        List<Source> dragonsDamageMagic,
        List<Source> dragonsCriticalDamage,
        double faceDamage,
        List<Extra> foods,
        List<Extra> allies,
        AutoAlly autoAlly,
        List<SubclassRule> subclassRules,
        Map<String, String> notes)
        implements CrossReferenced {
    public static final GameFile<BuildTables> FILE = new GameFile<>(BuildTables.class, "builds.json");

    static final String LESSER = "Lesser";
    static final String EMPOWERED = "Empowered";

    public BuildTables {
        buildTypes = Row.unique(buildTypes, Function.identity(), "build_types");
        flags = Row.unique(flags, Function.identity(), "flags");
        Row.check(criticalDamageCount != null, "critical_damage_count is missing");
        Row.check(gemMultiplier > 0, "gem_multiplier is not positive");
        gemProfiles = Row.unique(gemProfiles, GemProfile::type, "gem_profiles");
        damage = sources(damage, "damage");
        criticalDamage = sources(criticalDamage, "critical_damage");
        light = sources(light, "light");
        bonusDamage = sources(bonusDamage, "bonus_damage");
        health = sources(health, "health");
        healthPercent = sources(healthPercent, "health_percent");
        dragonsDamageAny = sources(dragonsDamageAny, "dragons_damage_any");
        dragonsDamagePhysical = sources(dragonsDamagePhysical, "dragons_damage_physical");
        dragonsDamageMagic = sources(dragonsDamageMagic, "dragons_damage_magic");
        dragonsCriticalDamage = sources(dragonsCriticalDamage, "dragons_critical_damage");
        Row.check(faceDamage > 0, "face_damage is not positive");
        foods = Row.unique(foods, Extra::key, "foods");
        allies = Row.unique(allies, Extra::key, "allies");
        Row.check(autoAlly != null, "auto_ally is missing");
        subclassRules = List.copyOf(subclassRules);
        Row.check(notes != null && !notes.containsValue(""), "a note is empty");
    }

    private static List<Source> sources(List<Source> rows, String what) {
        return Row.unique(rows, Source::source, what);
    }

    @Override
    public void checkReferences() {
        profile(LESSER);
        profile(EMPOWERED);
        Row.check(ally(autoAlly.magic()).isPresent(), "auto_ally: " + autoAlly.magic() + " is no ally");
        Row.check(ally(autoAlly.physical()).isPresent(), "auto_ally: " + autoAlly.physical() + " is no ally");
        for (SubclassRule rule : subclassRules) {
            String flag = rule.flag();
            Row.check(flag == null || flags.contains(flag), "subclass_rules: " + flag + " is no flag");
        }
    }

    public record Source(String source, double value) {
        public Source {
            Row.text(source, "source");
            Row.check(value > 0, source + " is not positive");
        }
    }

    /** @param lossPerMissing critical damage that a gem without it costs */
    public record CriticalDamageCount(
            int min, int max, @JsonProperty("default") int usual, double lossPerMissing) {
        public CriticalDamageCount {
            Row.check(min <= usual && usual <= max, "critical_damage_count: the default is out of range");
        }
    }

    /** A stat of a gem at its most: without procs on it, and what each adds. */
    public record GemStatProfile(double value, double perProc) {}

    public record GemProfile(
            String type,
            GemStatProfile damage,
            GemStatProfile criticalDamage,
            GemStatProfile light,
            GemStatProfile health,
            GemStatProfile healthPercent) {
        public GemProfile {
            Row.text(type, "gem profile");
        }
    }

    public record ExtraStat(String name, double value, boolean percentage) {
        public ExtraStat {
            Row.text(name, "stat");
        }
    }

    /** A food or an ally. */
    public record Extra(String key, String label, List<ExtraStat> stats) {
        public Extra {
            Row.text(key, "key");
            Row.text(label, key);
            stats = Row.unique(stats, ExtraStat::name, key);
        }
    }

    /** @param key stands for the ally of the damage type */
    public record AutoAlly(String key, String label, String magic, String physical) {}

    Optional<Extra> food(String key) {
        return foods.stream().filter(food -> food.key().equals(key)).findFirst();
    }

    Optional<Extra> ally(String key) {
        return allies.stream().filter(ally -> ally.key().equals(key)).findFirst();
    }

    GemProfile profile(String type) {
        return gemProfiles.stream()
                .filter(profile -> profile.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("gem_profiles: there is no " + type));
    }
}
