/** Entries that stand on lines of their own or between commas. */
export const lines = (text) => text.split(/[\n,]/).map((entry) => entry.trim()).filter(Boolean);
