// A chart inside of a template.
import { html } from "../design/core.js";
import { ref } from "/static/vendor/lit-html/directives/ref.js";
import { ChartCard } from "../design/chart.js";

const cards = new WeakMap();

/** @param options of ChartCard */
export const chartIn = (options) => html`<div ${ref((place) => place && queueMicrotask(() => draw(place, options)))}></div>`;

// Not before the element has its place: a chart is as wide as that.
function draw(place, options) {
  const card = cards.get(place);
  if (card) card.update(options);
  else cards.set(place, new ChartCard(place, options));
}
