package dev.kiwi.api.session;

import java.util.List;

/** The sessions of one account, most recently used first. */
public record SessionList(List<SessionView> items) {}
