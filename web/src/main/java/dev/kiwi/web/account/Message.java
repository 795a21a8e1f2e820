package dev.kiwi.web.account;

/** A sentence for the person who asked. */
record Message(String message) {}
