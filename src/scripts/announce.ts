const region = document.createElement('p');
region.className = 'sr-only';
region.ariaLive = 'polite';
document.body.append(region);
let timer = 0;

/** Says something to every reader: through a live region, and on the screen for four seconds if `visible`. */
export function announce(text: string, visible = true): void {
  clearTimeout(timer);
  // What is outside an open modal dialog is inert: neither seen nor spoken.
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (region.parentNode !== place) place.append(region);
  region.textContent = '';
  // A live region speaks when it changes after it was there.
  timer = window.setTimeout(() => {
    region.className = visible ? 'toast' : 'sr-only';
    region.textContent = text;
    timer = window.setTimeout(() => {
      region.className = 'sr-only';
    }, 4000);
  }, 50);
}
