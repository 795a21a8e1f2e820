// How lively a board is, and what a rank of it takes.
import { html, render, nothing, siteData, show, number, percent, change, ApiError } from "../design/core.js";
import { score, titled } from "./boards-shared.js";

const stat = (label, value, note) => html`<div class="stat"><span class="label">${label}</span><span class="value">${value}</span>${note ? html`<span class="note">${note}</span>` : nothing}</div>`;

export class Insights {
  constructor(healthPlace, cutoffPlace) {
    Object.assign(this, { healthPlace, cutoffPlace, open: false, wanted: "" });
  }

  hide() {
    this.board = null;
    this.healthPlace.hidden = true;
    this.cutoffPlace.hidden = true;
  }

  show(board, anchor) {
    const other = this.board?.uuid !== board.uuid;
    Object.assign(this, { board, anchor });
    this.cutoffPlace.hidden = false;
    if (other) {
      this.wanted = "";
      this.health();
    }
    this.frame();
  }

  /** Of the board's newest capture; a board without one has no box. */
  health() {
    const { board, healthPlace } = this;
    healthPlace.hidden = false;
    const load = () => siteData(`/leaderboards/${board.uuid}/health`).catch((error) => {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    });
    show(healthPlace, load, (health) => (health === null ? this.without() : this.figures(health)), html`<div class="card lb-health"><span class="skeleton" data-hook="loading"></span></div>`);
  }

  without() {
    this.healthPlace.hidden = true;
    return nothing;
  }

  figures(health) {
    return html`<section class="card lb-health" data-hook="health" aria-label="Health of the board">
      ${stat("Entries", number(health.population), "in the newest capture")}
      ${stat("Leader's share", percent(health.leader_share), `of the first ${health.sample_size}`)}
      ${stat(`First to ${health.sample_size}th`, health.p1_pn_ratio === null ? "–" : `${number(health.p1_pn_ratio, 1)} : 1`, "score")}
      ${stat("Unevenness", number(health.gini, 2), "Gini, 0 is even")}
      ${stat("Newcomers", health.new_entrants === null ? "–" : number(health.new_entrants), health.turnover_rate === null ? "not comparable" : `${percent(health.turnover_rate, 0)} since yesterday`)}
      ${stat("Median gain", score(health.median_score_gain), health.median_score_gain_pct === null ? "not comparable" : `${number(health.median_score_gain_pct, 1)} % since yesterday`)}
    </section>`;
  }

  frame() {
    render(html`<details class="lb-fold" ?open=${this.open} @toggle=${(event) => this.fold(event.currentTarget.open)}>
      <summary>What a rank takes</summary><div class="lb-cutoffs"></div></details>`, this.cutoffPlace);
    if (this.open) this.cutoffs();
  }

  fold(open) {
    if (open === this.open) return;
    this.open = open;
    if (open) this.cutoffs();
  }

  cutoffs() {
    const load = () => siteData(`/leaderboards/${this.board.uuid}/cutoffs`, { created_at: this.anchor, score: this.wanted });
    return show(this.cutoffPlace.querySelector(".lb-cutoffs"), load, (cutoffs) => this.table(cutoffs));
  }

  ask(event) {
    event.preventDefault();
    this.wanted = event.target.elements.score.value;
    this.cutoffs();
  }

  table(cutoffs) {
    const name = titled(this.board.name);
    return html`<div class="lb-two">
      <div class="table-wrap"><table><caption class="hidden-text">Scores at ranks of ${name}</caption>
        <thead><tr><th scope="col">For rank</th><th scope="col" class="num">you need</th><th scope="col" class="num">since yesterday</th></tr></thead>
        <tbody>${cutoffs.cutoffs.map((row) => html`<tr><td>#${number(row.place)}</td><td class="num">${score(row.score)}</td><td class="num">${change(row.score_delta === null ? null : Math.round(row.score_delta * 100) / 100)}</td></tr>`)}</tbody></table></div>
      <div class="stack">
        <div class="table-wrap"><table><caption class="hidden-text">Scores by share of the board</caption>
          <thead><tr><th scope="col">To be among the best</th><th scope="col" class="num">you need</th></tr></thead>
          <tbody>${cutoffs.percentiles.map((row) => html`<tr><td>${number(row.top_percent)} %</td><td class="num">${score(row.score)}</td></tr>`)}</tbody></table></div>
        <form class="row" @submit=${(event) => this.ask(event)}>
          <label class="field grow"><span>Where would a score stand?</span><input class="input" name="score" type="number" step="any" required placeholder="Your score" .value=${this.wanted}></label>
          <button class="btn lb-ask" type="submit">Look</button></form>
        <p role="status">${cutoffs.placed ? html`A score of ${score(cutoffs.placed.score)} takes rank <strong>#${number(cutoffs.placed.place)}</strong> of ${number(cutoffs.total)}: the best ${number(cutoffs.placed.top_percent, 1)}\u00a0%.` : nothing}</p>
      </div></div>`;
  }
}
