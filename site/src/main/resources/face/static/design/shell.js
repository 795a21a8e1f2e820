// What the frame of every site page does: menu, theme, account, command palette.
import { palette } from "./palette.js";

const root = document.documentElement;

document.querySelectorAll(".theme-toggle").forEach((button) => button.addEventListener("click", () => {
  const next = root.dataset.theme === "dark" ? "light" : "dark";
  root.dataset.theme = next;
  try { localStorage.setItem("kiwi_theme", next); } catch { /* the choice lasts for this page */ }
}));

// Pages keep what they show behind the #, which a jump to #main would take away.
document.querySelector("a.skip")?.addEventListener("click", (event) => {
  const main = document.getElementById("main");
  if (!main) return;
  event.preventDefault();
  main.focus();
});

const toggle = document.getElementById("nav-toggle");
const nav = document.getElementById("nav");
toggle?.addEventListener("click", () => {
  const open = nav.classList.toggle("open");
  toggle.setAttribute("aria-expanded", open);
});

// A menu closes when one looks elsewhere.
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open], details.pill[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.menu[open], details.pill[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  if (nav?.classList.contains("open")) toggle.click();
});
document.querySelectorAll("details.menu").forEach((menu) => menu.addEventListener("toggle", () => {
  if (menu.open) document.querySelectorAll("details.menu[open]").forEach((other) => { if (other !== menu) other.open = false; });
}));

// Who is signed in is known here alone: pages are the same for everybody.
const account = document.getElementById("account");
try {
  const name = localStorage.getItem("kiwi_site_name");
  if (account && localStorage.getItem("kiwi_site_refresh")) {
    account.href = "/dashboard";
    account.textContent = name || "Dashboard";
    const picture = localStorage.getItem("kiwi_site_picture");
    if (picture) account.prepend(Object.assign(document.createElement("img"), { src: picture, alt: "", width: 20, height: 20, className: "avatar" }));
  }
} catch { /* nobody is signed in */ }

document.querySelectorAll("[data-palette]").forEach((button) => button.addEventListener("click", palette));
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") || (event.key === "/" && !typing)) {
    event.preventDefault();
    palette();
  }
});
