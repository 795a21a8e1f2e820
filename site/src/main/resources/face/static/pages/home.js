import { render, skeleton } from "../design/core.js";
render(skeleton(), document.getElementById("home"));
