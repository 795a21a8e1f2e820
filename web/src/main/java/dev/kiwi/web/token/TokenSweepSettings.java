package dev.kiwi.web.token;

import java.time.Duration;

/**
 * @param inactivity a token that is not used for so long is revoked
 * @param warning its owner is told so long before a token ends
 * @param notifications whether owners are told anything
 */
record TokenSweepSettings(Duration inactivity, Duration warning, boolean notifications) {}
