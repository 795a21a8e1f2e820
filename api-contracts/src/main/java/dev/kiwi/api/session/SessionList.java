package dev.kiwi.api.session;

import java.util.List;

/** Sessions of one account, in the order that was asked for. */
public record SessionList(List<SessionView> items) {}
