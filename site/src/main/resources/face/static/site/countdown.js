// Times that tick by themselves: one timer for all of a page.
import { html, duration } from "../design/core.js";

/** Time left until unix seconds; "now" when it is over. */
export const countdown = (until) => html`<time class="left" data-until=${until} datetime=${new Date(until * 1000).toISOString()}>${left(until)}</time>`;

const left = (until) => {
  const seconds = until - Date.now() / 1000;
  return seconds <= 0 ? "now" : duration(seconds);
};

/** @param over called once when one of the times is reached */
export function tick(over = () => {}) {
  let told = 0;
  setInterval(() => {
    if (document.hidden) return;
    let ended = false;
    document.querySelectorAll("[data-until]").forEach((each) => {
      const until = Number(each.dataset.until);
      each.textContent = left(until);
      ended ||= until <= Date.now() / 1000 && until > told;
    });
    if (ended) {
      told = Date.now() / 1000;
      over();
    }
  }, 1000);
}
