// A chart inside of a template.
import { html, nothing } from "../design/core.js";
import { Directive, directive } from "/static/vendor/lit-html/directive.js";
import { ChartCard } from "../design/chart.js";

const cards = new WeakMap();

const chart = directive(class extends Directive {
  render() {
    return nothing;
  }

  // Not before the element has its place: a chart is as wide as that.
  update({ element }, [options]) {
    queueMicrotask(() => draw(element, options));
    return nothing;
  }
});

/** @param options of ChartCard */
export const chartIn = (options) => html`<div ${chart(options)}></div>`;

function draw(place, options) {
  const card = cards.get(place);
  if (card) card.update(options);
  else cards.set(place, new ChartCard(place, options));
}
