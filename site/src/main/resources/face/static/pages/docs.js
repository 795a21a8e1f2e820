// The documentation reads without any script; this adds the menu of small screens, copying, tabs and the filter.
import { copy, tabList } from "/static/design/feedback.js";

const root = document.documentElement;

document.querySelectorAll(".theme-toggle").forEach((button) => button.addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try { localStorage.setItem("kiwi_theme", root.dataset.theme); } catch { /* the choice lasts for this page */ }
}));

const toggle = document.getElementById("nav-toggle");
const side = document.getElementById("nav");
const open = (wanted) => {
  side.classList.toggle("open", wanted);
  toggle.setAttribute("aria-expanded", wanted);
};
toggle.addEventListener("click", () => open(!side.classList.contains("open")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && side.classList.contains("open")) { open(false); toggle.focus(); }
});
side.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button.closest(".code").querySelector("pre").textContent);
});

// --- samples: one language at a time, the same everywhere, remembered ---

const LANGUAGE = "kiwi_docs_language";
const remembered = () => { try { return localStorage.getItem(LANGUAGE); } catch { return null; } };

function choose(language) {
  document.querySelectorAll("[data-samples]").forEach((box) => {
    box.querySelectorAll(".sample").forEach((sample) => sample.classList.toggle("chosen", sample.dataset.language === language));
    box.querySelectorAll("[role=tab]").forEach((tab) => {
      const here = tab.dataset.language === language;
      tab.setAttribute("aria-selected", here);
      tab.tabIndex = here ? 0 : -1;
    });
  });
}

document.querySelectorAll("[data-samples] > [role=tablist]").forEach((list) => {
  list.parentElement.querySelectorAll(".sample").forEach((sample) => sample.setAttribute("role", "tabpanel"));
  tabList(list, (tab) => {
    choose(tab.dataset.language);
    try { localStorage.setItem(LANGUAGE, tab.dataset.language); } catch { /* the choice lasts for this page */ }
  });
});
if (document.querySelector("[data-samples]")) choose(remembered() ?? "curl");

// --- the filter of the reference ---

const filter = document.getElementById("filter");
function narrow() {
  const words = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  document.querySelectorAll("#filtered [data-tag]").forEach((tag) => {
    let here = 0;
    tag.querySelectorAll("[data-words]").forEach((row) => {
      row.hidden = !words.every((word) => row.dataset.words.includes(word));
      here += !row.hidden;
    });
    tag.hidden = here === 0;
    shown += here;
  });
  document.getElementById("filter-count").textContent = `${shown} endpoint${shown === 1 ? "" : "s"}`;
  document.getElementById("filter-empty").hidden = shown > 0;
}
filter?.addEventListener("input", narrow);
if (filter?.value) narrow();
