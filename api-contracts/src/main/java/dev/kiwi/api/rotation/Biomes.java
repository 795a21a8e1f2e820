package dev.kiwi.api.rotation;

import java.util.List;

/** Chosen biomes (rotations.md 2.7 to 2.9). @param current of Stampy the next event, while there is none */
public record Biomes(BiomeWindow current, List<BiomeWindow> upcoming) {}
