/** What is used of citation-js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: object | string);
    readonly data: unknown[];
    format(format: 'bibtex' | 'ris'): string;
  }
  export const plugins: { config: { get(name: '@bibtex'): { format: { useIdAsLabel: boolean } } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
