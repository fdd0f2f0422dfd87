import type { APIRoute } from 'astro';
import { searchPath } from '@/domain/urls.ts';
import { absoluteUrl, shortName, siteName } from '@/site.config.ts';

/** The description by which a browser adds the site's search (OpenSearch 1.1). */
export const GET: APIRoute = () =>
  new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${shortName}</ShortName>
  <LongName>${siteName}</LongName>
  <Description>Search ministries’ summaries of meetings</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image height="16" width="16" type="image/svg+xml">${absoluteUrl('/favicon.svg')}</Image>
  <Url type="text/html" template="${absoluteUrl(searchPath)}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml' } },
  );
