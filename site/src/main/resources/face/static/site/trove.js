// The game's clock: always eleven hours behind UTC, so that its day begins at 11:00 UTC.
export const TROVE_OFFSET = -11 * 3600;
export const DAY = 86400;
/** The first second of the game's day that a moment lies in. */
export const troveDay = (t) => Math.floor((t + TROVE_OFFSET) / DAY) * DAY - TROVE_OFFSET;
/** Year, month from 0, day of the month and weekday from Monday = 0, by the game's clock. */
export function troveDate(t) {
  const date = new Date((t + TROVE_OFFSET) * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: (date.getUTCDay() + 6) % 7 };
}
/** When a day begins by the game's clock. @param month from 0; days and months may run over */
export const troveStart = (year, month, day) => Date.UTC(year, month, day) / 1000 - TROVE_OFFSET;

/** What to say of the live servers as a whole: operational, partial, maintenance, down or checking. */
export function overallOf({ overall, environments: { eu, us } }) {
  const sure = { online: "operational", down: "down", unknown: "checking" }[overall];
  return sure ?? (eu.status === "maintenance" && us.status === "maintenance" ? "maintenance" : "partial");
}
