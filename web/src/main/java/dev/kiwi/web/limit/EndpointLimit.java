package dev.kiwi.web.limit;

/** A tighter limit of one route template for tokens, on top of the main bucket; declared as a bean (platform.md 9.4). */
public record EndpointLimit(String route, Limit limit) {}
