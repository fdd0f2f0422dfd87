/** The files that reference managers import. */
import type { CslItem } from './csl.ts';

/** The title in one line, for formats without parts of a document: `1(2) Security, Japan-U.S. … (Summary)`. */
export function fullTitle({ title, 'container-title': document }: CslItem): string {
  return document === undefined ? title : `${title}, ${document}`;
}

/** The files of a citation. The title is in one line, because a report has no parts in these formats. */
export function citationFiles(cited: CslItem): Record<'bibtex' | 'ris' | 'csl', string> {
  const report = { ...cited, title: fullTitle(cited) };
  delete report['container-title'];
  delete report.number;
  return { bibtex: toBibtex(report), ris: toRis(report), csl: JSON.stringify([report]) };
}

const latexCommands: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** Text as LaTeX, in a second pair of braces: its capitals stay, and a comma or an "and" separates no names. */
function verbatim(text: string): string {
  return `{{${text.replace(/[\\~^{}%&$#_]/gu, (character) => latexCommands[character] ?? `\\${character}`)}}}`;
}

// Not from domain/format.ts, whose formatters a browser would create with it.
const languages = new Intl.DisplayNames('en', { type: 'language' });

/** BibTeX with the fields of BibLaTeX: its `@online` has a day and the day of reading. */
function toBibtex({ id, title, publisher, issued, language, source, URL, accessed }: CslItem): string {
  const fields = {
    author: publisher && verbatim(publisher),
    title: verbatim(title),
    organization: verbatim(source),
    date: `{${isoDate(issued)}}`,
    langid: `{${languages.of(language)?.toLowerCase() ?? language}}`,
    url: `{${URL}}`,
    urldate: accessed && `{${isoDate(accessed)}}`,
  };
  return `@online{${id},\n${toLines(fields, '\t', ' = ', ',')}}`;
}

/** RIS, one field on each line. A publisher with a comma would be read as a person, so it is not given as an author. */
function toRis({ genre, title, publisher, issued, language, source, URL, note, accessed }: CslItem): string {
  const fields = {
    TY: 'RPRT',
    TI: title,
    AU: publisher?.includes(',') === true ? undefined : publisher,
    PB: publisher,
    PY: String(issued['date-parts'][0][0]),
    DA: `${isoDate(issued).replaceAll('-', '/')}/`,
    M3: genre,
    LA: language,
    DP: source,
    UR: URL,
    N1: note,
    Y2: accessed && isoDate(accessed).replaceAll('-', '/'),
  };
  return `${toLines(fields, '', '  - ', '')}ER  - `;
}

type Fields = Readonly<Record<string, string | undefined>>;

function toLines(fields: Fields, before: string, between: string, after: string): string {
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined);
  return lines.map(([name, value = '']) => `${before}${name}${between}${value}${after}\n`).join('');
}

function isoDate({ 'date-parts': [[year, month, day]] }: CslItem['issued']): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
