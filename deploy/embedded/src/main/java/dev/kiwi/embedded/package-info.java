/**
 * The stores of the all-in-one node: a real Postgres, a real Redis and a Mongo-wire server under one data directory.
 * Linux on x86-64 or arm64. Postgres and Redis are processes of their own session, so Ctrl-C reaches only Kiwi, which
 * stops them last; after a {@code kill -9} of Kiwi they live on and the next start stops them properly.
 */
@NullMarked
package dev.kiwi.embedded;

import org.jspecify.annotations.NullMarked;
