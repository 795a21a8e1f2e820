package dev.kiwi.api.market;

/** What is on offer of one item now; refused with 404 when nothing is. */
public record GetItemSummary(String name) {
    /**
     * @param count listings
     * @param avgEach three decimals
     * @param medianEach mean of the two middle ones where their number is even
     */
    public record ItemSummary(
            String name,
            int count,
            long totalPrice,
            long totalStack,
            double minEach,
            double maxEach,
            double avgEach,
            double medianEach) {}
}
