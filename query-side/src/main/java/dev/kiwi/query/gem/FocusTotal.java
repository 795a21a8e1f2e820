package dev.kiwi.query.gem;

import java.util.Map;

/**
 * What one way of filling up costs.
 *
 * @param total of the three counts
 * @param recipeTotals amounts by material; empty when nothing is missing
 */
public record FocusTotal(
        String key,
        String label,
        long superior,
        long precise,
        long rough,
        long total,
        Map<String, Long> recipeTotals) {}
