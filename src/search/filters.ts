/** By what results can be narrowed: the names of the filters in the index and in addresses, and for readers. */
export const filters = {
  year: 'Year',
  meeting: 'Meeting',
  section: 'Section',
  side: 'Side that speaks',
  verb: 'Reporting verb',
  people: 'Person',
  terms: 'Term',
} as const;

export type Filter = keyof typeof filters;

/** The values that a reader chose, one for a filter at the most. */
export type Chosen = Partial<Record<Filter, string>>;

/** For each filter the values that a passage has. */
export type Values = Partial<Record<Filter, string[]>>;

/** For each filter its values, with the number of texts or meetings that have each. */
export type Counts = Partial<Record<Filter, Record<string, number>>>;

export const filterNames = Object.keys(filters) as Filter[];
