// Small pictures of numbers that need no library: donut, spark line, bars of parts.
import { html, svg } from "./core.js";

/** A ring of parts. @param parts [{label, value, color}] */
export function donut(parts, label) {
  const all = parts.reduce((sum, part) => sum + part.value, 0) || 1;
  const length = 2 * Math.PI * 40;
  let before = 0;
  const arcs = parts.map((part) => {
    const share = part.value / all;
    const arc = svg`<circle cx="50" cy="50" r="40" fill="none" stroke=${part.color} stroke-width="16" stroke-dasharray="${share * length} ${length}" stroke-dashoffset=${-before * length}><title>${part.label}: ${(share * 100).toFixed(1)} %</title></circle>`;
    before += share;
    return arc;
  });
  return html`<svg viewBox="0 0 100 100" role="img" aria-label=${label} style="transform:rotate(-90deg);width:100%;max-width:16rem">${arcs}</svg>`;
}

/** A line without axes. @param values oldest first, null for a gap */
export function spark(values, { label = "", reversed = false } = {}) {
  const known = values.filter((value) => value != null);
  if (known.length < 2) return html`<span class="muted small">not enough history</span>`;
  const least = Math.min(...known), span = Math.max(...known) - least || 1;
  const points = values.map((value, i) => (value == null ? null : [(i / (values.length - 1)) * 100, reversed ? ((value - least) / span) * 26 + 2 : 28 - ((value - least) / span) * 26]));
  const path = points.reduce((text, point, i) => (point ? text + (i && points[i - 1] ? "L" : "M") + point[0].toFixed(2) + " " + point[1].toFixed(2) : text), "");
  return html`<svg class="spark" viewBox="0 0 100 30" preserveAspectRatio="none" role="img" aria-label=${label}>${svg`<path d=${path} fill="none" stroke="var(--accent)" stroke-width="2" vector-effect="non-scaling-stroke"/>`}</svg>`;
}

/** A bar that is full at one. */
export const meter = (part, label) => html`<div class="meter" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(part * 100)} style="--part:${Math.min(100, Math.max(0, part * 100))}%"><span></span></div>`;
