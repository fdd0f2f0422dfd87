/** The scripts within pages. The layout names them in the policy (see `security.csp` in the Astro configuration). */

/** Applies theme and "who said what" before the first paint; does nothing if storage is blocked or there is no checkbox. */
export const applyStoredSettings =
  "try{document.documentElement.style.colorScheme=localStorage.theme??'';document.getElementById('who').checked=localStorage.who}catch{}";

/** Pages that an agenda or a pagination leads to are prerendered on hover and on touch (HTML, speculation rules). */
export const speculationRules = JSON.stringify({
  prerender: [
    { where: { selector_matches: '.pagination a, .agenda-nav a, .agenda a' }, eagerness: 'moderate' },
  ],
});
