package dev.kiwi.api.rotation;

/** @param finalName the biome that the name belongs to @param icon {@code unknown} when there is none */
public record Biome(String name, String finalName, String icon) {}
