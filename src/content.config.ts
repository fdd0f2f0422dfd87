import { defineCollection, reference } from 'astro:content';
import { z } from 'astro/zod';
import type { PermalinkList } from './domain/permalinks.ts';
import type { Redirect } from './domain/redirects.ts';
import {
  itemSchema,
  meetingSchema,
  pageSchema,
  personSchema,
  termSchema,
  thesaurusSchema,
} from './domain/schema.ts';
import { contentLoader } from './loaders/content-loader.ts';

/** The paragraphs of a body, as plain text. */
const texts = z.array(z.string());

const meetings = defineCollection({
  loader: contentLoader('meetings'),
  schema: meetingSchema.extend({
    /** The summary as published: `source.txt` next to `meeting.md`. */
    sourceText: z.string(),
    texts,
  }),
});

/** One entry for each agenda item; its id is the meeting's and its own: `2013-02-22-japan-us-foreign-ministers/1-2`. */
const items = defineCollection({
  loader: contentLoader('items'),
  schema: itemSchema.extend({
    /** The meeting in whose folder the item is. */
    meeting: reference('meetings'),
    texts,
  }),
});

const people = defineCollection({ loader: contentLoader('people'), schema: personSchema });

const terms = defineCollection({ loader: contentLoader('terms'), schema: termSchema });

/** The editorial pages below /about/. */
const pages = defineCollection({ loader: contentLoader('pages'), schema: pageSchema });

/** One entry: what search knows of words. */
const thesaurus = defineCollection({ loader: contentLoader('thesaurus'), schema: thesaurusSchema });

/** One entry: the lists of all URLs that were ever published, and where those lead that no longer exist. */
const permalinks = defineCollection({
  loader: contentLoader('permalinks'),
  schema: z.object({ lists: z.array(z.custom<PermalinkList>()), redirects: z.array(z.custom<Redirect>()) }),
});

export const collections = { meetings, items, people, terms, pages, thesaurus, permalinks };
