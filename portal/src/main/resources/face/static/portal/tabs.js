// What the sidebar lists. A tab's module is loaded when it is first opened.
import { adminTabs } from "./admin/index.js";

/**
 * {id: the hash, label, group, superuser, lead: one sentence under the heading, load}. The shell prints the label as the h1,
 * so a tab begins with h2. The loaded module exports mount(place, {me, config, go, signal}): it renders into the place, which
 * is empty and its own, and may return a function that is called when the tab is left.
 * me: answer of GET /auth/me; config: of GET /config; go(id): opens another tab; signal: aborted when the tab is left.
 * An address may go on behind the id: #tokens?a=b is the tab tokens.
 */
export const tabs = [
  { id: "tokens", label: "API tokens", group: "Developer", superuser: false, lead: "Programs call the API with a token. Give each program its own, with the scopes that it needs.", load: () => import("./dev/tokens.js") },
  { id: "activity", label: "Activity", group: "Developer", superuser: false, lead: "What your tokens asked for, and how it was answered.", load: () => import("./dev/activity.js") },
  { id: "webhooks", label: "Webhooks", group: "Developer", superuser: false, lead: "Kiwi posts to an address of yours when something happens.", load: () => import("./dev/webhooks.js") },
  { id: "console", label: "Console", group: "Developer", superuser: false, lead: "Try any endpoint, and take the call along in your language.", load: () => import("./dev/console.js") },
  { id: "account", label: "Account", group: "You", superuser: false, lead: "Who you are, how you log in, and where you are logged in.", load: () => import("./dev/account.js") },
  ...adminTabs,
];

export const aliases = { admin: "overview" };
export const usualTab = "tokens";
