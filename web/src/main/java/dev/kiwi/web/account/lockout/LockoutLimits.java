package dev.kiwi.web.account.lockout;

import java.time.Duration;

/**
 * @param failures that lock an address
 * @param window in which they count, from the first one on
 * @param lock how long it lasts
 */
record LockoutLimits(int failures, Duration window, Duration lock) {}
