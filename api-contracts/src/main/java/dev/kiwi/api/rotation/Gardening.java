package dev.kiwi.api.rotation;

import java.util.List;

/**
 * The harvests (rotations.md 2.6).
 *
 * @param twoDay of the present cycle, past or to come
 * @param upcoming the next ten of both kinds
 */
public record Gardening(Harvest twoDay, Harvest threeDay, List<Harvest> upcoming) {}
