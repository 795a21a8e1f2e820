package dev.kiwi.api.siteuser;

/** A player's best score on one board. @param board its number */
public record BestScore(int board, double score) {}
