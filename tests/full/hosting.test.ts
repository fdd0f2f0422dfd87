/** The configurations of `src/hosting/` in a real nginx and a real Caddy; one that is not installed is skipped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { meetingId } from '../helpers/content.ts';
import { dist, filesOf, fixture, remove } from '../helpers/built-site.ts';

const meeting = `meetings/${meetingId}`;
const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
afterAll(() => {
  remove(folder);
});

/** What a program says of its version, or nothing where it is not installed. */
function versionOf(program: string, option: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, [option], { encoding: 'utf8' });
  return status === 0 ? stdout + stderr : undefined;
}

function startNginx(configuration: string, port: string): ChildProcess {
  const own = join(folder, 'nginx.conf');
  const build = /--conf-path=(\S+)/u.exec(versionOf('nginx', '-V') ?? '')?.[1] ?? '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  mkdirSync(join(folder, 'logs'));
  writeFileSync(
    own,
    `daemon off; pid ${folder}/pid;
    events { worker_connections 1024; }
    http { access_log off; error_log stderr crit; include ${join(dirname(build), 'mime.types')};
    ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
    ${configuration.replace('listen 80;', `listen 127.0.0.1:${port};`)} }`,
  );
  return spawn('nginx', ['-p', folder, '-c', own, '-e', 'stderr'], { stdio: 'inherit' });
}

function startCaddy(configuration: string, port: string): ChildProcess {
  const own = join(folder, 'Caddyfile');
  const site = configuration.replace('example.org {', `http://127.0.0.1:${port} {`);
  writeFileSync(own, `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`);
  const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', own], { env, stdio: 'inherit' });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

describe.each([
  { name: 'nginx', file: 'nginx.conf', version: '-V', start: startNginx, encoding: 'gzip' },
  { name: 'caddy', file: 'Caddyfile', version: 'version', start: startCaddy, encoding: 'br' },
])('$name', ({ name, file, version, start, encoding }) => {
  if (versionOf(name, version) === undefined) {
    test.skip('is not installed', () => undefined);
    return;
  }
  let origin = '';
  let server: ChildProcess;
  beforeAll(async () => {
    const root = join(folder, name);
    // The servers' workers belong to other users.
    chmodSync(folder, 0o755);
    cpSync(dist, root, { recursive: true });
    cpSync(fixture.folder, join(root, fixture.base), { recursive: true });
    spawnSync(process.execPath, ['src/cli/compress.ts', root]);
    const port = String(await freePort());
    const configuration = readFileSync(`src/hosting/${file}`, 'utf8');
    server = start(configuration.replaceAll('/var/www/meeting-briefings', root), port);
    origin = `http://127.0.0.1:${port}`;
    await vi.waitFor(() => fetch(origin), 60_000);
  });
  afterAll(async () => {
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
  });

  test.each([
    ['', 200, 'text/html; charset=utf-8'],
    [`${meeting}.json`, 200, 'application/json'],
    [`${meeting}/1-2.md`, 200, 'text/markdown; charset=utf-8'],
    [`${meeting}.txt`, 200, 'text/plain; charset=utf-8'],
    [`${meeting}.pdf`, 200, 'application/pdf'],
    [`${meeting}.png`, 200, 'image/png'],
    ['feed.xml', 200, 'text/xml; charset=utf-8'],
    ['nothing/', 404, 'text/html; charset=utf-8'],
    ['schema/', 404, 'text/html; charset=utf-8'],
    [`${'a'.repeat(300)}/`, 404, 'text/html; charset=utf-8'],
  ])('/%s', async (path, status, type) => {
    const response = await fetch(`${origin}/${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')?.startsWith(type)).toBe(true);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    if (status === 404) expect(await response.text()).toContain('<title>Page not found');
  });

  // `1-2.json` is a folder with a page in it.
  test.each(['1-2/', '1-2.json', '1-2.md'])('the page of a moved item leads on: …/%s', async (moved) => {
    const home = `${fixture.base}meetings/2019-05-14-norway-chile-foreign-ministers/`;
    const response = await fetch(`${origin}${home}${moved}`);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
    const link = load(await response.text())('.moved-page a').attr('href') ?? '';
    expect(link).toBe(home + moved.replace('1-2', '1-3'));
    expect((await fetch(origin + link)).status).toBe(200);
  });

  test('files with a hash in their name are cached for a year, others are compressed and revalidated', async () => {
    const hashed = filesOf(dist).find((path) => path.startsWith('pagefind/index/')) ?? '';
    const { headers } = await fetch(`${origin}/${hashed}`);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const home = await fetch(origin, { headers: { 'accept-encoding': encoding } });
    expect(home.headers.get('content-encoding')).toBe(encoding);
    const known = { 'accept-encoding': encoding, 'if-none-match': home.headers.get('etag') ?? '' };
    expect((await fetch(origin, { headers: known })).status).toBe(304);
  });
});
