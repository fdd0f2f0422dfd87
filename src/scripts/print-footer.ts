/** Adds to the address at the end of a printed page the query that it answers, and the day of printing. */
export function addPrintDate(paper: HTMLElement): void {
  const address = paper.textContent;
  addEventListener('beforeprint', () => {
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format();
    paper.textContent = `${address}${location.search}${location.hash}, printed on ${day}`;
  });
}
