/** Makes files of the site in a thread of its own, with the entry that Astro has bundled, as Astro's own prerenderer does. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { type BaseApp, createConsoleLogger } from 'astro/app';
import { keepContent } from '../kept-content.ts';
import type { Whole } from '../record/record.ts';
import { type Print, type RouteNames, type SiteFile, makeFiles } from './made-files.ts';

/** What a thread starts from. */
export interface Setting {
  /** The address of the entry that Astro has bundled. */
  entry: string;
  /** The styles of each page, by Astro's key of it. */
  styles: (readonly [page: string, styles: unknown])[];
  content: Whole;
}

/** Files to be made. */
export interface Question {
  id: number;
  files: SiteFile[];
}

/** What is known of them when they are written, or what went wrong. */
export type Answer = { id: number } & ({ prints: Print[] } | { error: unknown });

/** The app of Astro's bundle: what it knows beyond the app of a server, Astro tells it when the bundle is complete. */
type BundledApp = BaseApp & { setInternals(internals: object): void; setOptions(options: object): void };

const { entry, styles, content } = workerData as Setting;
keepContent(content);
const { app } = (await import(entry)) as { app: BundledApp };
app.setInternals({ pagesByKeys: new Map(styles.map(([page, its]) => [page, { styles: its }])) });
// Scripts that integrations add to every page: there are none.
app.setOptions({ settings: { scripts: [] }, logger: createConsoleLogger({ level: 'info' }) });

parentPort?.on('message', (question: Question) => void answer(question));

async function answer({ id, files }: Question): Promise<void> {
  try {
    const prints = await makeFiles(files, async ({ url, route }) =>
      app.render(new Request(url), { routeData: find(route) }),
    );
    parentPort?.postMessage({ id, prints } satisfies Answer);
  } catch (error) {
    parentPort?.postMessage({ id, error } satisfies Answer);
  }
}

/** The bundle's own data of a route. */
function find({ route, component }: RouteNames): RouteData {
  const found = app.manifest.routes.find(
    ({ routeData }) => routeData.route === route && routeData.component === component,
  );
  if (!found) throw new Error(`Astro's bundle has no route ${route}.`);
  return found.routeData;
}
