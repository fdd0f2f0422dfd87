/** `npm run build:fixture`: builds the site of `tests/fixtures/site` below the path `/briefings/`. */
import { build, fixture } from './built-site.ts';

const { code, output } = build(fixture.folder, { CONTENT: fixture.content, BASE: fixture.base });
if (code !== 0) throw new Error(output);
