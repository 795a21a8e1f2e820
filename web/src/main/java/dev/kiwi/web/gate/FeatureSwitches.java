package dev.kiwi.web.gate;

/** Which features are on; asked on each request, so an answer must be at hand. */
public interface FeatureSwitches {
    /** @param key for example {@code feature_market_enabled}; unknown keys are on */
    boolean isOn(String key);
}
