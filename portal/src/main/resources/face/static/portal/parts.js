// Small parts that both modes of the portal show.
import { html, icon, svg } from "../design/core.js";

const line = (body) => html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`;

export const menu = line(svg`<path d="M4 6h16M4 12h16M4 18h16"/>`);
export const heart = html`<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d="M12 21C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 6a4.5 4.5 0 0 1 9 2.500C21 12 19 15 12 21z"/></svg>`;
const moon = line(svg`<path d="M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z"/>`);

/** @param drawn called when the theme is another */
export function themeButton(drawn) {
  const root = document.documentElement;
  const dark = root.dataset.theme === "dark";
  const switchTheme = () => {
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("kiwi_theme", root.dataset.theme); } catch { /* the choice lasts for this page */ }
    drawn();
  };
  return html`<button class="icon-btn theme-toggle" type="button" aria-label=${dark ? "Light theme" : "Dark theme"} @click=${switchTheme}>${dark ? icon("sun") : moon}</button>`;
}

/** Saves a file that was made in the browser. */
export function saveFile(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** One field of a form with its label; lit's attributes come from the caller. */
export const field = (label, input, hint = "") => html`<label class="field"><span>${label}</span>${input}${hint ? html`<small>${hint}</small>` : ""}</label>`;

/** The details of a 422 as one sentence, else the message. */
export function messageOf(error) {
  if (error.code !== "validation_error" || !Array.isArray(error.details)) return error.message;
  return error.details.map(({ loc, msg }) => `${loc.slice(1).join(".").replaceAll("_", " ")} ${msg}`).join("; ") || error.message;
}
