/**
 * What tests of the project `beside` read: the content with other meetings beside the one of 2013, an older and a newer
 * one, imported and filled in as an editor does it, and the site that is built of it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { importSummary } from '../src/importer/import-summary.ts';
import { build, remove } from './dist.ts';

/** Much of it is named or asked for in the meeting of 2013 too. */
const summary = (day: string): string => `Norway-Chile Foreign Ministers' Meeting (Summary)
${day}

On ${day}, Minister of Foreign Affairs Dag Solberg met Minister of Foreign Affairs Eva Rojas in Oslo.

1. Bilateral Relations

(1) Whaling

Minister Solberg explained the plant at Puerto Montt. The two ministers shared their views on climate change.

(2) Security

The two ministers welcomed $40 million for Mali and the talks in Algeria.

2. Global Issues

(1) Syria

Minister Rojas referred to the Security Council and the Hague Convention.
`;

const facts: readonly [RegExp, string][] = [
  [/^place:.*$/mu, 'place: Oslo'],
  [
    /^sides:.*$/mu,
    `sides:
  - { id: norway, name: Norway, lead: { name: Dag Solberg, post: Minister of Foreign Affairs } }
  - { id: chile, name: Chile, lead: { name: Eva Rojas, post: Minister of Foreign Affairs } }`,
  ],
  [/publisher:.*$/mu, 'publisher: Ministry of Foreign Affairs of Norway'],
  [/address:.*$/mu, 'address: https://example.org/summary'],
  [/licence:.*$/mu, 'licence: { name: NLOD 2.0, address: https://example.org/terms }'],
];

export default function setup({ config }: TestProject): void {
  const { CONTENT = '', DIST = '' } = config.env as Record<string, string>;
  remove(CONTENT);
  cpSync('content', CONTENT, { recursive: true });
  for (const day of ['15 May 2001', '14 May 2099']) {
    const bytes = new TextEncoder().encode(summary(day));
    const { id = '', files } = importSummary({ name: 'summary.txt', bytes }, '2026-11-28');
    const folder = join(CONTENT, 'meetings', id);
    mkdirSync(folder);
    for (const { name, text } of files) {
      const whole = facts.reduce((before, [empty, filled]) => before.replace(empty, filled), text);
      writeFileSync(join(folder, name), name === 'meeting.md' ? whole : text);
    }
  }
  writeFileSync(
    join(CONTENT, 'people/eva-rojas.md'),
    '---\nname: Eva Rojas\nforms: [Eva Rojas, Minister Rojas]\n---\n',
  );
  writeFileSync(
    join(CONTENT, 'terms/puerto-montt.md'),
    '---\nname: Puerto Montt\nkind: place\nforms: [Puerto Montt]\n---\n',
  );
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/permalinks.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT },
  });
  if (status !== 0) throw new Error(stderr);
  const { code, output } = build(DIST, { CONTENT });
  if (code !== 0) throw new Error(output);
}
