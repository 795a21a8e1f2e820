// Who one is: name, export, deletion.
import { html, render, moment, nothing } from "../design/core.js";
import { dialog, toast } from "../design/feedback.js";
import { call, forget, keepName } from "./session.js";

export function profile(place, user, { changed, gone }) {
  render(html`
    <div class="grid" style="--least:20rem">
      <article class="card stack"><header><h2>You</h2><button class="btn s" type="button" @click=${rename}>Edit</button></header>
        <dl class="stack">
          <div><dt class="muted small">Shown as</dt><dd style="margin:0">${user.display_name || user.username || "–"}</dd></div>
          <div><dt class="muted small">User name</dt><dd style="margin:0">${user.username ?? "–"}</dd></div>
          <div><dt class="muted small">Discord</dt><dd style="margin:0">${user.discord_handle ?? "–"}</dd></div>
          <div><dt class="muted small">Here since</dt><dd style="margin:0">${moment(user.created_at)}</dd></div>
        </dl></article>
      <article class="card stack"><h2>Your data</h2>
        <p>All that is held of you, as a file.</p><button class="btn" type="button" @click=${save}>Export</button>
        <hr><p>Deleting your account makes your name free and your data unreadable, at once and for good.</p>
        <button class="btn danger" type="button" @click=${remove}>Delete my account</button></article>
    </div>`, place);

  function rename() {
    dialog({
      title: "How you are shown",
      body: html`<label class="field"><span>Name</span><input class="input" name="name" maxlength="80" .value=${user.display_name ?? ""}><small>Empty: your user name is shown.</small></label>`,
      confirm: "Save",
      action: async (form) => {
        const now = await call("PATCH", "/v1/site-auth/me", { display_name: form.elements.name.value });
        keepName(now);
        toast("Saved");
        changed(now);
      },
    });
  }

  async function save() {
    try {
      const file = new Blob([JSON.stringify(await call("GET", "/v1/site-auth/me/export"), null, 2)], { type: "application/json" });
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: "kiwi-site-export.json" });
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      toast(error.message, "err");
    }
  }

  function remove() {
    dialog({
      title: "Delete your account?",
      body: html`<p>This cannot be undone. ${user.username ? html`Type <strong>${user.username}</strong> to go on.` : nothing}</p><label class="field"><span>User name</span><input class="input" name="name" autocomplete="off"></label>`,
      confirm: "Delete",
      danger: true,
      armed: (form) => form.elements.name.value !== "" && form.elements.name.value === user.username,
      action: async (form) => {
        await call("POST", "/v1/site-auth/me/delete", { confirm_username: form.elements.name.value });
        forget();
        gone();
      },
    });
  }
}
