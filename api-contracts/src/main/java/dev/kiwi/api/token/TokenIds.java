package dev.kiwi.api.token;

import java.util.List;

/** Tokens by their ids, in the order of the ids. */
public record TokenIds(List<String> ids) {}
