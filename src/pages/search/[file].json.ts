import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchContent } from '@/data/content.ts';
import { createSearchRecords } from '@/search/index/records.ts';
import { createEnglishStems, createVocabularyFile } from '@/search/index/vocabulary.ts';

/**
 * The words that search knows, which the client loads, and the records, from which `integrations/search-index.ts` makes the
 * index: it removes their file.
 */
export const getStaticPaths = (async () => {
  const searched = await getSearchContent();
  const records = createSearchRecords(searched);
  const vocabulary = createVocabularyFile(searched, records);
  const files = { records, vocabulary, english: createEnglishStems(vocabulary) };
  return Object.entries(files).map(([file, content]) => ({ params: { file }, props: { content } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props.content);
