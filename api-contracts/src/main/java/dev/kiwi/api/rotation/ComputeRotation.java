package dev.kiwi.api.rotation;

/** Query for a {@link Computed}. @param at unix seconds */
public record ComputeRotation(ComputedRotation rotation, long at) {
    /**
     * @param body the record of the rotation
     * @param sameUntil unix seconds; from then on it may be another
     */
    public record Computed(Object body, long sameUntil) {}
}
