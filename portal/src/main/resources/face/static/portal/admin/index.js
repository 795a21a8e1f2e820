// Tabs of administrators. The server refuses everybody else; the shell only does not show them.
const tab = (id, label, group, lead, load) => ({ id, label, group, superuser: true, lead, load });

/** [{id, label, group, superuser, lead, load}], in the order of the sidebar; tabs.js says what they are. */
export const adminTabs = [
  tab("overview", "Overview", "Master", "What waits for you, and how the API is used.", () => import("./overview.js")),
  tab("pageviews", "Site analytics", "Master", "Views of the website's pages. Visitors are counted by a hash that changes each day.", () => import("./pageviews.js")),
  tab("events", "Requests", "Master", "Each recorded request of the API, newest first.", () => import("./events.js")),
  tab("users", "Users", "Master", "Accounts of developers, their tokens and their use.", () => import("./users.js")),
  tab("siteusers", "Dashboard users", "Master", "People who signed in on the website with Discord.", () => import("./siteusers.js")),
  tab("config", "Configuration", "Master", "Feature toggles, limits and thresholds. A change acts within five seconds.", () => import("./config.js")),
  tab("leaderboards", "Leaderboards", "Modules", "When boards start anew, what is made of captures, and which captures are held.", () => import("./leaderboards.js")),
  tab("ingest", "Ingest", "Modules", "File captured dumps by hand, all of a backlog, or start over.", () => import("./ingest.js")),
  tab("marketitems", "Market items", "Modules", "Which items of the marketplace are stored.", () => import("./marketitems.js")),
  tab("giveaways", "Giveaways", "Modules", "Giveaways, and the vault with their prizes.", () => import("./giveaways.js")),
  tab("supporters", "Supporters", "Modules", "The names on the support page, in their order.", () => import("./supporters.js")),
  tab("claims", "Name claims", "Modules", "People who say which player they are.", () => import("./claims.js")),
  tab("history", "Event history", "System", "Every event: who did what, when, and because of what.", () => import("./history.js")),
  tab("projections", "Projections", "System", "How far each read model is behind the events, and how to make it anew.", () => import("./projections.js")),
  tab("jobs", "Jobs", "System", "Scheduled work: when it ran, where, and with what result.", () => import("./jobs.js")),
  tab("blobs", "Blob store", "System", "Dumps and other large content, kept once each under its hash.", () => import("./blobs.js")),
  tab("mail", "Mail", "System", "What is mailed: sent, waiting or failed.", () => import("./mail.js")),
  tab("hooks", "Failing webhooks", "System", "Developers' webhooks whose last attempt did not get through.", () => import("./hooks.js")),
  tab("feeds", "Relays", "System", "News, videos and other content of other services: how old it is, and what failed.", () => import("./feeds.js")),
];
