/** The scripts within pages. The layout names them in the policy (see `security.csp` in the Astro configuration). */

/** Where storage is blocked, or a page has no switch, the rest stays as it is. */
export const applyStoredSettings =
  "try{document.documentElement.dataset.theme=localStorage.theme??'';document.getElementById('who').checked=localStorage.who}catch{}";

/** Agenda items are prerendered when a pointer rests on their link or a finger touches it (HTML, speculation rules). */
export const speculationRules = JSON.stringify({
  prerender: [
    { where: { selector_matches: '.pagination a, .agenda-nav a, .agenda a' }, eagerness: 'moderate' },
  ],
});
