package dev.kiwi.query.gem.build;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The build calculator once more, as the spec tells it, line by line: every layout is worked out, rounded and sorted. */
final class SlowBuilds {
    private final JsonNode data = read("/dev/kiwi/query/gem/build/builds.json");
    private final JsonNode classes = read("/dev/kiwi/query/gamedata/classes.json");

    private static JsonNode read(String file) {
        return JsonMapper.shared().readTree(SlowBuilds.class.getResourceAsStream(file));
    }

    /** @param stars what the star chart adds, as {@code "Light p" -> 3} for percent and {@code f} for flat */
    List<Build> best(BuildRequest request, Map<String, Double> stars) {
        JsonNode one = named("classes", classes, "name", request.character());
        boolean magic = one.path("damage_type").stringValue().equals("Magic");
        boolean health = request.type() == BuildRequest.BuildType.HEALTH;
        boolean farm = request.type() == BuildRequest.BuildType.FARM;
        String damage = magic ? "Magic Damage" : "Physical Damage";
        double a;
        double bv;
        double l = 0;
        double bonus = 0;
        double crit = 100;
        double lightPercent = 100;
        Double classBonus = null;
        if (health) {
            a = sum("health") + base(one, "Maximum Health");
            bv = sum("health_percent") + base(one, "Maximum Health %");
        } else {
            a = sum("damage") + base(one, damage);
            if (!request.flags().contains("no_face")) {
                a += data.path("face_damage").doubleValue();
            }
            a += sum(magic ? "dragons_damage_magic" : "dragons_damage_physical");
            a += sum("dragons_damage_any");
            bv = sum("critical_damage") + base(one, "Critical Damage") + sum("dragons_critical_damage");
            l = sum("light");
            bonus = sum("bonus_damage");
            for (JsonNode stat : extra("foods", request.food())) {
                double value = stat.path("value").doubleValue();
                boolean percent = stat.path("percentage").booleanValue();
                switch (stat.path("name").stringValue()) {
                    case "Critical Damage" -> bv += value;
                    case "Light" -> l += value;
                    case String name when name.equals(damage) && percent -> bonus += value;
                    case String name when name.equals(damage) -> a += value;
                    default -> {}
                }
            }
            String ally = request.ally().equals("boot_clown")
                    ? magic ? "phoenix_stars" : "spidermonkey_stars"
                    : request.ally();
            for (JsonNode stat : extra("allies", ally)) {
                double value = stat.path("value").doubleValue();
                boolean percent = stat.path("percentage").booleanValue();
                switch (stat.path("name").stringValue()) {
                    case "Critical Damage" -> {
                        if (percent) {
                            crit += value;
                        } else {
                            bv += value;
                        }
                    }
                    case "Light" -> l += value;
                    case String name when name.equals(damage) && percent -> bonus += value;
                    case String name when name.equals(damage) -> a += value;
                    default -> {}
                }
            }
            bv -= 48.1 * (3 - request.criticalDamageCount());
            String subclass = request.subclass();
            boolean active = request.flags().contains("subclass_active");
            l += request.character().equals("Solarion") || subclass.equals("Solarion") ? 140 : 0;
            a += !magic && subclass.equals("Lunar Lancer") ? 750 : 0;
            a += magic && (subclass.equals("Ice Sage") || subclass.equals("Shadow Hunter")) ? 750 : 0;
            bv += subclass.equals("Bard") || subclass.equals("Boomeranger") ? 20 : 0;
            bonus += active && subclass.equals("Bard") ? 45 : 0;
            bv += active && subclass.equals("Bard") ? 45 : 0;
            bonus += active && subclass.equals("Gunslinger") ? 5.5 : 0;
            bonus += active && (subclass.equals("Lunar Lancer") || subclass.equals("Candy Barbarian")) ? 30 : 0;
            l += request.flags().contains("berserker_battler") ? 750 : 0;
            lightPercent += request.flags().contains("litany") ? 1 : 0;
            a += stars.getOrDefault(damage + " f", 0.0);
            bonus += stars.getOrDefault(damage + " p", 0.0);
            bv += stars.getOrDefault("Critical Damage f", 0.0);
            crit += stars.getOrDefault("Critical Damage p", 0.0);
            l += stars.getOrDefault("Light f", 0.0);
            lightPercent += stars.getOrDefault("Light p", 0.0);
            classBonus = one.path("bonuses").path(magic ? 1 : 0).doubleValue();
        }
        JsonNode e = named("gem_profiles", data, "type", "Empowered");
        JsonNode le = named("gem_profiles", data, "type", "Lesser");
        String stat1 = health ? "health" : "damage";
        String stat2 = health ? "health_percent" : "critical_damage";
        List<Build> all = new ArrayList<>();
        for (int i = 0; i <= 9; i++) {
            for (int j = 0; j <= 18; j++) {
                for (int[] ce : triples(3, farm)) {
                    for (int[] cl : triples(6, farm)) {
                        double s1 = 3 * v(e, stat1) + 6 * v(le, stat1) + p(e, stat1) * i + p(le, stat1) * j;
                        double s2 =
                                3 * v(e, stat2) + 6 * v(le, stat2) + p(e, stat2) * (9 - i) + p(le, stat2) * (18 - j);
                        double c1 = v(e, stat1) + 2 * v(le, stat1) + p(e, stat1) * ce[0] + p(le, stat1) * cl[0];
                        double c2 = v(e, stat2) + 2 * v(le, stat2) + p(e, stat2) * ce[1] + p(le, stat2) * cl[1];
                        double t = v(e, "light") + 2 * v(le, "light") + p(e, "light") * ce[2] + p(le, "light") * cl[2];
                        double first = a + (s1 + c1) * 1.1;
                        double second = bv + (s2 + c2) * 1.1;
                        long light = (long) ((l + t * 1.1) * (lightPercent / 100));
                        double total = first * (1 + bonus / 100);
                        if (classBonus != null) {
                            total *= 1 + classBonus / 100;
                        }
                        String layout = "%d/%d/%d/%d".formatted(i, 9 - i, j, 18 - j);
                        if (health) {
                            layout += " + %d/%d/%d/%d".formatted(ce[0], ce[1], cl[0], cl[1]);
                        } else if (request.light() != 0) {
                            layout += " + %d/%d/%d/%d/%d/%d".formatted(ce[0], ce[1], ce[2], cl[0], cl[1], cl[2]);
                        }
                        all.add(new Build(
                                0,
                                layout,
                                round(first, 2),
                                round(second, 1),
                                light,
                                bonus,
                                round(total, 2),
                                classBonus,
                                round(total * (1 + second * (crit / 100) / 100), 2)));
                    }
                }
            }
        }
        // List.sort is stable.
        all.sort(Comparator.<Build>comparingLong(
                        build -> request.light() == 0 ? 0 : Math.abs(build.light() - request.light()))
                .thenComparing(Comparator.comparingDouble(Build::coefficient).reversed()));
        List<Build> ranked = new ArrayList<>();
        for (Build build : all.subList(0, Math.min(200, all.size()))) {
            ranked.add(new Build(
                    ranked.size() + 1,
                    build.layout(),
                    build.baseDmg(),
                    build.critDmg(),
                    build.light(),
                    build.bonusDmg(),
                    build.totalDmg(),
                    build.classBonus(),
                    build.coefficient()));
        }
        return ranked;
    }

    private static double round(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static List<int[]> triples(int procs, boolean farm) {
        List<int[]> triples = new ArrayList<>();
        for (int x = 0; x <= procs; x++) {
            for (int y = 0; y <= procs; y++) {
                for (int z = 0; z <= procs; z++) {
                    if (x + y + z == procs && (farm || z == procs)) {
                        triples.add(new int[] {x, y, z});
                    }
                }
            }
        }
        return triples;
    }

    private static double v(JsonNode profile, String stat) {
        return profile.path(stat).path("value").doubleValue();
    }

    private static double p(JsonNode profile, String stat) {
        return profile.path(stat).path("per_proc").doubleValue();
    }

    private double sum(String sources) {
        double sum = 0;
        for (JsonNode source : data.path(sources)) {
            sum += source.path("value").doubleValue();
        }
        return sum;
    }

    private double base(JsonNode one, String stat) {
        for (int i = 0; i < classes.path("stats").size(); i++) {
            if (classes.path("stats").path(i).path("name").stringValue().equals(stat)) {
                return one.path("base").path(i).isNull()
                        ? 0
                        : one.path("base").path(i).doubleValue();
            }
        }
        throw new IllegalArgumentException(stat);
    }

    private Iterable<JsonNode> extra(String list, String key) {
        return stream(data.path(list))
                .filter(one -> one.path("key").stringValue().equals(key))
                .findFirst()
                .map(one -> one.path("stats"))
                .orElse(JsonMapper.shared().createArrayNode());
    }

    private static JsonNode named(String list, JsonNode in, String member, String value) {
        return stream(in.path(list))
                .filter(one -> one.path(member).stringValue().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return list.valueStream();
    }
}
