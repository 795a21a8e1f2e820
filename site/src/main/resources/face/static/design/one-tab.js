// Work that only one tab of the browser may do at a time.
const PATIENCE = 1000, STEP = 25;

/**
 * What another tab has stored arrives a moment after its turn has ended: a tab that had to wait looks for it first.
 *
 * @param name of the turn
 * @param arrived () => whether another tab has done the work
 * @param work is done in any case, and asks by itself whether there is still something to do
 */
export async function oneTabAtATime(name, arrived, work) {
  if (!navigator.locks) return work();
  let waited = false;
  const done = await navigator.locks.request(name, { ifAvailable: true }, (turn) => {
    if (turn) return work();
    waited = true;
  });
  if (!waited) return done;
  return navigator.locks.request(name, async () => {
    for (let left = PATIENCE; left > 0 && !arrived(); left -= STEP) await new Promise((later) => setTimeout(later, STEP));
    return work();
  });
}
