package dev.kiwi.bench.annex;

import org.springframework.web.reactive.config.EnableWebFlux;

/** Not inside {@link Annex}: classes inside of a component are configuration of the application that finds it. */
@EnableWebFlux
final class PlainWebFlux {}
