// How strong a password looks; told here alone, nothing is sent.
import { html } from "../../design/core.js";

const LABELS = ["Very weak", "Weak", "Fair", "Good", "Strong"];
const COMMON = ["password", "qwerty", "12345", "letmein", "admin", "welcome"];

/** @returns 0 to 4 */
export function strength(password) {
  const points = [password.length >= 8, password.length >= 12, /[a-z]/.test(password) && /[A-Z]/.test(password), /\d/.test(password), /[^A-Za-z0-9]/.test(password)].filter(Boolean).length;
  const common = COMMON.some((each) => password.toLowerCase().startsWith(each));
  return Math.min(points, common ? 1 : 4);
}

export function strengthMeter(password) {
  const points = strength(password);
  const tone = ["bad", "bad", "warn", "good", "good"][points];
  return html`<div class="strength" data-hook="strength" data-points=${points}>
    <div class="meter" role="progressbar" aria-label="Strength of the password" aria-valuemin="0" aria-valuemax="4" aria-valuenow=${points} aria-valuetext=${password ? LABELS[points] : "none yet"} style="--part:${password ? Math.max(6, points * 25) : 0}%"><span style="background:var(--${tone})"></span></div>
    <small class="muted">${password ? LABELS[points] : "At least 8 characters"}</small></div>`;
}
