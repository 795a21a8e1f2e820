// Take the data along, or end the account.
import { html, render } from "../../../design/core.js";
import { dialog, toast } from "../../../design/feedback.js";
import { api } from "../../api.js";
import { field, saveFile } from "../../parts.js";

export class YourData {
  constructor(place, { me, leave }) {
    Object.assign(this, { place, me, leave, busy: false });
  }

  load() {
    render(html`<h2>Your data</h2>
      <p>Everything that is held about the account, as a file.</p>
      <button class="btn s" type="button" data-hook="export" aria-busy=${this.busy} ?disabled=${this.busy} @click=${() => this.export()}>Export</button>
      <hr>
      <h3>Delete the account</h3>
      <p>Tokens, webhooks and sessions end at once, and what is held about you is erased. There is no way back.</p>
      <button class="btn s danger" type="button" data-hook="delete-account" @click=${() => this.remove()}>Delete the account</button>`, this.place);
  }

  async export() {
    this.busy = true;
    this.load();
    try {
      saveFile("kiwi-export.json", await (await api.raw("/auth/me/export")).text(), "application/json");
    } catch (error) {
      toast(error.message, "err");
    }
    this.busy = false;
    this.load();
  }

  async remove() {
    // The one that it has now: a link in a mail may have changed it.
    const { email } = this.me;
    const done = await dialog({
      title: "Delete the account for good?",
      body: field(`Type ${email}`, html`<input class="input" name="email" autocomplete="off" spellcheck="false">`),
      confirm: "Delete",
      danger: true,
      armed: (form) => form.elements.email.value.trim() === email,
      action: async (form) => { await api.post("/auth/delete-account", { confirm_email: form.elements.email.value.trim() }); },
    });
    if (!done) return;
    toast("The account is deleted");
    this.leave();
  }
}
