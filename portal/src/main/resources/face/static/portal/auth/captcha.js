// A captcha, only where the server has a key for one; its script comes when it is first shown.
const PROVIDERS = {
  turnstile: { src: "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit", global: "turnstile" },
  hcaptcha: { src: "https://js.hcaptcha.com/1/api.js?render=explicit", global: "hcaptcha" },
};
const loading = new Map();

function load({ src, global }) {
  if (window[global]) return Promise.resolve(window[global]);
  if (!loading.has(src)) loading.set(src, inject(src, global).catch((error) => { loading.delete(src); throw error; }));
  return loading.get(src);
}

const inject = (src, global) => new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement("script"), { src, async: true });
  script.onload = () => resolve(window[global]);
  script.onerror = () => reject(new Error("The captcha could not be loaded. Check your connection or your blocker."));
  document.head.append(script);
});

export class Captcha {
  constructor(config) {
    this.key = config.captcha_sitekey;
    this.provider = PROVIDERS[config.captcha_provider] ?? PROVIDERS.turnstile;
    this.solved = null;
  }

  /** Shows it in that element, once; does nothing without a key. */
  async mount(place) {
    if (!this.key || !place || this.place === place) return;
    this.place = place;
    try {
      const widget = await load(this.provider);
      if (this.removed) return;
      this.widget = widget;
      this.id = this.widget.render(place, { sitekey: this.key, theme: document.documentElement.dataset.theme, callback: (token) => { this.solved = token; }, "expired-callback": () => { this.solved = null; } });
    } catch (error) {
      if (this.removed) return;
      this.failed = true;
      place.textContent = error.message;
    }
  }

  /** Makes room for another one in the same place. */
  remove() {
    this.removed = true;
    if (this.widget && this.id !== undefined) this.widget.remove(this.id);
    else this.place?.replaceChildren();
  }

  /** @returns the token of the solved captcha; null where none is asked for. @throws Error when it is not solved */
  token() {
    if (!this.key) return null;
    if (!this.solved) throw new Error("Solve the captcha first.");
    return this.solved;
  }

  /** A token is good once; one that could not be shown is tried again. */
  reset() {
    this.solved = null;
    if (this.failed) Object.assign(this, { failed: false, place: null });
    if (this.widget && this.id !== undefined) this.widget.reset(this.id);
  }
}
