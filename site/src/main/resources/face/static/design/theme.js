// In the head and not a module: the theme is set before the first paint.
(() => {
  const stored = (() => { try { return localStorage.getItem("kiwi_theme"); } catch { return null; } })();
  const usual = document.documentElement.dataset.usualTheme;
  const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  document.documentElement.dataset.theme = stored || usual || system;
})();
