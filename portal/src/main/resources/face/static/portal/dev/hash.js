// What stands behind the tab's id in the hash: #activity?days=30.
import { queryString } from "../../design/core.js";

export const hashQuery = () => new URLSearchParams(location.hash.split("?")[1] ?? "");

/** Without an entry of the history. */
export const setHashQuery = (id, query) => history.replaceState(null, "", `#${id}${queryString(query)}`);
