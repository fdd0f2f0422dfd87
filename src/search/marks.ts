const sign = /[.*+?^${}()|[\]\\]/gu;

/** Marks on the page of a hit the words that were searched for; they came in the address, which is made clean. */
export function markWords(): void {
  const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
  history.replaceState(history.state, '', location.pathname + location.hash);
  if (words.length === 0) return;
  const either = words.map((word) => word.replace(sign, String.raw`\$&`)).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu');
  for (const paragraph of document.querySelectorAll('.text p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) markIn(text, pattern);
  }
}

function markIn(text: Text, pattern: RegExp): void {
  // From the end, so that the places of the earlier matches stay what they are.
  for (const { index, 0: found } of [...text.data.matchAll(pattern)].reverse()) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + found.length);
    range.surroundContents(document.createElement('mark'));
  }
}
