// <time-left until="1795431600">: counts down each second while the page is looked at.
import { duration, moment } from "../design/core.js";

const shown = new Set();

/** "1 d 04:05:06", so that its width stays while it ticks. */
export function clock(seconds) {
  const left = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, "0");
  const days = Math.floor(left / 86400);
  return `${days ? days + " d " : ""}${two(Math.floor(left / 3600) % 24)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
}

class TimeLeft extends HTMLElement {
  static observedAttributes = ["until"];

  connectedCallback() {
    shown.add(this);
    this.setAttribute("role", "timer");
    this.tick();
  }

  disconnectedCallback() {
    shown.delete(this);
  }

  attributeChangedCallback() {
    this.over = false;
    if (this.isConnected) this.tick();
  }

  /** Sends an event "over", once, when nothing is left. */
  tick() {
    const until = Number(this.getAttribute("until"));
    const left = until - Date.now() / 1000;
    this.textContent = clock(left);
    this.title = `${moment(until)} (${duration(left)})`;
    if (left <= 0 && !this.over) {
      this.over = true;
      this.dispatchEvent(new CustomEvent("over", { bubbles: true }));
    }
  }
}

customElements.define("time-left", TimeLeft);
setInterval(() => { if (!document.hidden) shown.forEach((each) => each.tick()); }, 1000);
