package dev.kiwi.api.activity;

/** How many windows between captures are stored, for the reply of a reset. */
public record CountEstimates() {
    public record Estimates(int windows) {}
}
