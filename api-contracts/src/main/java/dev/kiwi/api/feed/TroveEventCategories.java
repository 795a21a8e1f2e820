package dev.kiwi.api.feed;

import java.util.List;

/** In ascending order. */
public record TroveEventCategories(List<String> categories, int count) {}
