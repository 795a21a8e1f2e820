package dev.kiwi.api.kernel;

/** An answer that takes more than a mebibyte as JSON at worst: it is encoded piece by piece while it is sent. */
public interface LargeAnswer {}
