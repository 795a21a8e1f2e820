package dev.kiwi.query.gem.starchart;

import dev.kiwi.query.gamedata.CrossReferenced;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import dev.kiwi.query.gem.starchart.StarNode.StarBonus;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All nodes (gems.md, Star-chart codes). */
public record StarChart(List<StarNode> nodes) implements CrossReferenced {
    public static final GameFile<StarChart> FILE = new GameFile<>(StarChart.class, "star-chart.json");

    public StarChart {
        nodes = Row.unique(nodes, StarNode::path, "nodes");
    }

    /** Parents and what is replaced are there, and indexes are the places of the paths in their order. */
    @Override
    public void checkReferences() {
        Set<String> paths = nodes.stream().map(StarNode::path).collect(Collectors.toSet());
        for (StarNode node : nodes) {
            Row.check(node.isRoot() || paths.contains(StarNode.parent(node.path())), node.path() + " has no parent");
            Row.check(paths.containsAll(node.replaces()), node.path() + " replaces what is not there");
        }
        List<String> ordered = indexed();
        for (StarNode node : nodes) {
            Integer index = node.index();
            Row.check(
                    index == null || ordered.indexOf(node.path()) == index,
                    node.path() + " has index " + index + " instead of " + ordered.indexOf(node.path()));
        }
    }

    /** Paths by their index in codes. */
    List<String> indexed() {
        return nodes.stream()
                .filter(node -> !node.isRoot())
                .map(StarNode::path)
                .sorted()
                .toList();
    }

    /**
     * What a choice of nodes is worth, by stat.
     *
     * @param paths of nodes that are there
     */
    public Map<String, StarSum> sums(Collection<String> paths) {
        Map<String, StarNode> byPath = nodes.stream().collect(Collectors.toMap(StarNode::path, Function.identity()));
        Set<String> replaced = new HashSet<>();
        for (String path : paths) {
            replaced.addAll(node(byPath, path).replaces());
        }
        Map<String, StarSum> sums = new HashMap<>();
        for (String path : paths) {
            for (StarBonus bonus : replaced.contains(path)
                    ? List.<StarBonus>of()
                    : node(byPath, path).bonuses()) {
                sums.merge(bonus.stat(), StarSum.of(bonus), StarSum::plus);
            }
        }
        return sums;
    }

    private static StarNode node(Map<String, StarNode> byPath, String path) {
        return Objects.requireNonNull(byPath.get(path), path);
    }
}
