package dev.kiwi.api.rotation;

import java.util.List;

/** Biomes that are chosen for a while, in unix seconds. */
public record BiomeWindow(long startsAt, long endsAt, List<Biome> biomes) {}
