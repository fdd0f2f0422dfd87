/**
 * The front matter of content files. Objects are strict: an unknown field is an error. Dates are quoted
 * (`'2013-02-22'`), because YAML turns a bare one into a moment in time.
 */
import { z } from 'zod';

const words = z.string().regex(/^\S(?:.*\S)?$/u, 'must be text on one line, without spaces at its ends');
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens');
/** Readers must see where a URL leads: `https://a.example\@b.example/` leads to the first and reads like the second. */
const url = z
  .url({ protocol: /^https?$/u, error: 'must be a URL (http or https)' })
  .regex(
    /^(?!https?:\/\/[^/?#]*@)[^\s"<>\\^`{|}]*$/u,
    'must start with its host, without characters that a URL cannot have, such as a backslash or a quotation mark',
  );
/** A BCP 47 language tag. */
const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, "must be a language tag such as 'en' or 'ja'");
const day = z.iso.date("must be a date that exists, written '2013-02-22' with its quotation marks");
const count = z.int().min(1);

/** A field that every meeting should have, and that may be empty until somebody fills it in. */
const fillable = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const attendee = z.strictObject({
  /** The name as the summary gives it: `Sasae`. */
  name: words,
  /** The post as the summary gives it, at the time of the meeting. */
  post: words,
});

const side = z.strictObject({
  /** The side's name in URLs and statements: `united-states`. */
  id: slug,
  /** The side's name for readers: `United States`. */
  name: words,
  /** Who led the side. */
  lead: attendee,
  /** Who attended besides the lead, in the summary's order. */
  attended: z.array(attendee).default([]),
  /** Whether the summary says that others attended too ("among others"). */
  others: z.boolean().default(false),
});

/** A dated fact that the editors add, and the page that states it. */
const event = z
  .strictObject({
    /** The day, or the first of several. */
    date: day,
    /** The last day, if there are several. */
    until: day.optional(),
    /** What happened, in the editors' words. */
    fact: words,
    /** The page, and its language. */
    address: url,
    language,
  })
  .refine(({ date, until }) => until === undefined || date <= until, {
    path: ['until'],
    error: "must not be before 'date'",
  });

/** A figure that the text states. All of it except `of` is quoted. */
const figure = z.strictObject({
  /** The words that state the figure, and what it is for. They occur once in the body. */
  quote: words,
  /** The number as written: `5,000`, `40 million`. */
  number: words,
  /** Its unit as written: `people`, `$`. */
  unit: words,
  /** What it is for: words of the quotation. */
  for: words,
  /** Whose figure it is: ids of sides. */
  of: z.array(slug).min(1),
});

const statement = z.strictObject({
  /** The sides of the reporting verb's grammatical subject, by their ids: "The two ministers" is both. */
  by: z.array(slug).min(1),
  /** The reporting verb as the text has it: `stated`, `shared their views`. */
  verb: words,
  /** The exact words from the verb on, within one sentence. They occur once in the body. */
  quote: words,
});

const section = z.strictObject({
  /** The section's place in the document, counted from 1: the first part of its items' URLs. */
  number: count,
  /** The heading as printed, without its number; none if a number alone is before a paragraph. */
  title: words.optional(),
  /** The printed number, if it is not the section's number and a full stop (`1.`); empty if none is printed. */
  label: words.or(z.literal('')).optional(),
});

const source = z.strictObject({
  /** Who published the summary. */
  publisher: fillable(words),
  /** The page on which the summary was published. */
  address: fillable(url),
  /** The language of the summary. */
  language,
  /** The day on which `source.txt` was retrieved. */
  received: day,
  /** The terms under which the publisher lets its pages be used, and the page that states them. */
  licence: fillable(z.strictObject({ name: words, address: url })),
  /** The publisher's own pages on the same meeting in other languages. */
  translations: z.array(z.strictObject({ language, address: url })).default([]),
});

const correctedParagraph = z
  .string()
  .regex(/^(?:\d+(?:-\d+)?\/)?#p\d+ [0-9a-f]{12}$/u, "must be like '1-2/#p2 0123456789ab'");

/** The front matter of `meeting.md`. */
export const meetingSchema = z.strictObject({
  /** The title as printed. */
  title: fillable(words),
  /** The day of the meeting. */
  date: day,
  /** When the meeting began: local time, the zone as printed, and its offset from UTC. */
  start: z
    .strictObject({
      time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "must be a time such as '15:45'"),
      zone: words,
      offset: z
        .string()
        .regex(/^[+-](?:0\d|1[0-4]):[0-5]\d$/u, "must be an offset from UTC such as '-05:00'"),
    })
    .optional(),
  /** How long the meeting took, and whether the summary says "approximately". */
  duration: z.strictObject({ minutes: count, approximate: z.boolean().default(false) }).optional(),
  /** Where the meeting took place. */
  place: fillable(words),
  /** Who met, in the order of the summary: two sides or more. */
  sides: fillable(z.array(side).refine(({ length }) => length !== 1, 'must hold at least 2')),
  /** People whom the items mention and who did not attend; the side to which each belongs, if it is one of the meeting's. */
  mentioned: z.array(attendee.extend({ side: slug.optional() })).default([]),
  /** Figures of the introduction. */
  figures: z.array(figure).default([]),
  /** What happened between the sides shortly before and after: other meetings, talks. */
  relatedEvents: z.array(event).default([]),
  /** The sections in the order of the document; none if it has no headings. */
  sections: z.array(section).default([]),
  /** Where the text comes from. */
  source,
  /** The printed lines before the introduction, without blank ones. */
  before: z.array(z.string().min(1)).default([]),
  /** The printed lines after the last item, without blank ones. */
  after: z.array(z.string().min(1)).default([]),
  /** Corrections of the text since it was first published on this site. */
  corrections: z
    .array(
      z.strictObject({
        date: day,
        /** What was corrected, in the editors' words. */
        what: words,
        /** The paragraphs whose words changed, each with the hash that `permalinks.txt` had: `1-2/#p2 0123456789ab`. */
        paragraphs: z.array(correctedParagraph).optional(),
      }),
    )
    .default([]),
});

/** The fields of a meeting that should be filled in, by their paths, and what belongs there. */
export const recommendedFields: readonly (readonly [field: string, what: string])[] = [
  ['title', 'the title as printed'],
  ['place', 'where the meeting took place'],
  ['sides', 'who met, and who led each side: for each its id, name, and lead with name and post'],
  ['source.publisher', 'who published the summary'],
  ['source.address', 'the page on which the summary was published'],
  ['source.licence', 'the terms under which it may be used: their name, and the URL that states them'],
];

/** The front matter of an agenda item. */
export const itemSchema = z.strictObject({
  /** The heading as printed, without its number; none if the document prints none. */
  title: words.optional(),
  /** The printed number, if it is not the item's number in parentheses (`(2)`); empty if only a title is printed. */
  label: words.or(z.literal('')).optional(),
  /** Words of the body that say what the item is about, for the agenda; without them it shows the body's first words. */
  leadQuote: words.optional(),
  /** Who said what, in the order of the text: none, or at least one for each sentence. */
  statements: z.array(statement).default([]),
  /** Figures of the item. */
  figures: z.array(figure).default([]),
  /** What happened next. */
  followUp: z.array(event).default([]),
});

/** The registers: folders of the content, and their URLs. */
export const registerNames = ['people', 'terms'] as const;
export type RegisterName = (typeof registerNames)[number];

const entry = {
  /** The name for readers: `Republic of Korea`. */
  name: words,
  /** The name by which the index sorts the entry, if that is another: `Kishida, Fumio`. */
  sortName: words.optional(),
  /** What the entry is, in the editors' words. */
  note: words.optional(),
  /** The page that states it, and its language. */
  source: z.strictObject({ address: url, language }).optional(),
  /** The names as texts write them; mentions are matched by them. */
  forms: z.array(words).min(1),
  /** Other names. */
  alsoKnownAs: z.array(words).default([]),
  /** What people type when they mean this entry, although it is not its name, such as the capital of a country. */
  searchTerms: z.array(words).default([]),
  /** The meetings whose texts mean this entry by its forms, if other texts mean something else by them. */
  meetings: z.array(slug).optional(),
};

/** The front matter of a person. Posts belong to a meeting and are in `meeting.md`. */
export const personSchema = z.strictObject(entry);

/** The front matter of a term. */
export const termSchema = z.strictObject({
  ...entry,
  /** What kind of thing it is. */
  kind: z.enum([
    'agreement',
    'body',
    'country',
    'dialogue',
    'event',
    'international mission',
    'law',
    'meeting',
    'place',
    'plan',
    'subject',
  ]),
  /** Its abbreviation, if it is one of the forms: `AFISMA`. */
  abbreviation: words.optional(),
});

/** The front matter of an editorial page. */
export const pageSchema = z.strictObject({
  /** The heading, and the title of the window. */
  title: words,
  /** The description for search engines. */
  description: words,
});

/** The path of a page, a file or a fragment, from the site's root: `/meetings/2013-…/1-2/#p1`. */
const path = z
  .string()
  .regex(
    /^\/(?:[a-z0-9-]+(?:\.[a-z]+)?(?:\/|(?=#|$)))*(?:#[a-z0-9-]+)?$/u,
    "must be a path of this site, such as '/meetings/2013-02-22-japan-us-foreign-ministers/1-2/#p1'",
  );

/**
 * `redirects.yaml`: URLs that no longer exist, and where they lead. Everything below an old URL, such as its fragments,
 * leads to the same below the new one, or to the new one itself if that is not there.
 */
export const redirectsSchema = z.record(path, path);

export type MeetingFields = z.infer<typeof meetingSchema>;
export type ItemFields = z.infer<typeof itemSchema>;
export type PersonFields = z.infer<typeof personSchema>;
export type TermFields = z.infer<typeof termSchema>;
export type PageFields = z.infer<typeof pageSchema>;
export type StatementFields = z.infer<typeof statement>;
export type FigureFields = z.infer<typeof figure>;
export type TimelineEvent = z.infer<typeof event>;
export type Side = z.infer<typeof side>;

const searchWords = z.array(words).min(1);

/** `thesaurus.yaml`: what search knows of words. Names of people and things are in the registers. */
export const thesaurusSchema = z.strictObject({
  /** Words that say nothing about the subject. Search ignores them next to other words. */
  stopWords: z.array(searchWords).default([]),
  /** Words that ask for a fact of the meeting itself, which its introduction answers. */
  factKeywords: z.array(searchWords).default([]),
  /** Words that look like an inflection of a word of the texts and mean something else: "import" and "important". */
  unrelated: z.array(z.string()).default([]),
  /** Words of the same meaning, or so nearly the same that someone who types one wants texts with another. */
  synonyms: z.array(searchWords.min(2)).default([]),
});

export type Thesaurus = z.infer<typeof thesaurusSchema>;
