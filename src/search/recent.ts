/** The last searches. They stay on the reader's device. */
const key = 'searches';
const most = 5;

/** The last searches, latest first; none where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a search that led somewhere. */
export function rememberSearch(query: string): void {
  if (query === '') return;
  const others = recentSearches().filter((other) => other !== query);
  keep(() => {
    localStorage.setItem(key, JSON.stringify([query, ...others].slice(0, most)));
  });
}

/** Forgets all searches. */
export function forgetSearches(): void {
  keep(() => {
    localStorage.removeItem(key);
  });
}

function keep(change: () => void): void {
  try {
    change();
  } catch {
    // Storage is blocked: nothing is kept.
  }
}
