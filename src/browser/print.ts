/** Adds the day of printing to the address at the end of a printed page. */
export function datePrints(paper: HTMLElement): void {
  addEventListener('beforeprint', () => {
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format();
    paper.textContent = `${paper.textContent.split(', printed on')[0] ?? ''}, printed on ${day}`;
  });
}
