/** What reference managers read: BibTeX, RIS, CSL-JSON. Made by citation-js. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { type Cited, wholeTitle } from './cited.ts';

// Else each item of a meeting would have the same key, made of author, year and title.
plugins.config.get('@bibtex').format.useIdAsLabel = true;

/** A citation as the files hold it, without the day of reading. */
export interface CitationFiles {
  bibtex: string;
  ris: string;
  csl: string;
}

/** The files of a citation; the title is in one line, because a report has no parts in them. */
export function citationFiles(cited: Cited): CitationFiles {
  const { id, type, author, publisher, issued, language, source, URL } = cited;
  const whole = {
    ...{ id, type, title: wholeTitle(cited) },
    ...(author && { author, publisher }),
    ...{ issued, language, source, URL },
  };
  const cite = new Cite(whole);
  return {
    bibtex: cite.format('bibtex').trim(),
    ris: cite
      .format('ris')
      .trim()
      // A line that goes on is no line of RIS; ids are cut off at twenty signs, and no reader needs them.
      .replace(/\n(?![A-Z][A-Z\d] {2}-)/gu, '')
      .replace(/^ID .*\n/mu, '')
      // A month and a day have two digits.
      .replace(/\/(\d)(?=\/)/gu, '/0$1'),
    csl: JSON.stringify([whole]),
  };
}
