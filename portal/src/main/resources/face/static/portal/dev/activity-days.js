// Days of a summary, with those that nothing happened on.
const DAY = 86_400_000;

/** @param byDay ascending, only days with requests. @returns each day of the window */
export function everyDay(byDay, windowDays, now = Date.now()) {
  const known = new Map(byDay.map((day) => [day.date, day]));
  const last = Math.floor(now / DAY) * DAY;
  const first = Math.min(last - (windowDays - 1) * DAY, byDay.length ? Date.parse(byDay[0].date) : last);
  const days = [];
  for (let at = first; at <= last; at += DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push(known.get(date) ?? { date, count: 0, error_count: 0, avg_duration_ms: 0 });
  }
  return days;
}

export const csvOf = (byDay) => ["date,requests,errors,avg_ms", ...byDay.map((day) => [day.date, day.count, day.error_count, day.avg_duration_ms].join(","))].join("\r\n") + "\r\n";
