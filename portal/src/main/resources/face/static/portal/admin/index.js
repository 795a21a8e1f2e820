/** Tabs of administrators: [{id, label, group, superuser: true, load: () => import("./users.js")}]. */
export const adminTabs = [];
