/**
 * The servers of `src/hosting/`, set up as the README says, on a free port that only this machine reaches: for tests and
 * benchmarks.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How each is asked for its version, configured and started. */
const kinds = {
  nginx: { version: '-V', configuration: 'src/hosting/nginx.conf', start: startNginx },
  caddy: { version: 'version', configuration: 'src/hosting/Caddyfile', start: startCaddy },
};

export type Kind = keyof typeof kinds;

export interface Server {
  /** `http://127.0.0.1:1234` */
  origin: string;
  /** The files that it serves: the site, compressed beside themselves. */
  root: string;
  stop: () => Promise<void>;
}

/** What a server says of itself, or nothing where it is not on this machine. */
export function versionOf(kind: Kind): string | undefined {
  const { status, stdout, stderr } = spawnSync(kind, [kinds[kind].version], { encoding: 'utf8' });
  return status === 0 ? stdout + stderr : undefined;
}

/**
 * Starts a server that is on this machine.
 *
 * @param site the folder of a built site; it is copied, and left as it is
 * @param base the path below which the site was built to live
 * @throws with the server's own words where it does not start
 */
export async function serveWith(kind: Kind, site: string, base = '/'): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), `${kind}-`));
  // nginx's workers belong to another user.
  chmodSync(folder, 0o755);
  const root = join(folder, 'site');
  cpSync(site, join(root, base), { recursive: true });
  spawnSync(process.execPath, ['src/cli/compress.ts', root]);
  const port = String(await freePort());
  const configuration = readFileSync(kinds[kind].configuration, 'utf8')
    .replaceAll('/var/www/meeting-briefings', root)
    .replaceAll('/404.html', `${base}404.html`);
  const server = kinds[kind].start(folder, configuration, port);
  const said: string[] = [];
  server.stderr?.setEncoding('utf8').on('data', (words: string) => said.push(words));
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50 && server.exitCode === null; tries += 1) {
    if (await answers(origin)) return { origin, root, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${kind} did not start: ${said.join('')}`);
}

function startNginx(folder: string, configuration: string, port: string): ChildProcess {
  const own = join(folder, 'nginx.conf');
  const types = join(dirname(/--conf-path=(\S+)/u.exec(versionOf('nginx') ?? '')?.[1] ?? ''), 'mime.types');
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  mkdirSync(join(folder, 'logs'));
  writeFileSync(
    own,
    `daemon off; pid ${folder}/pid; worker_processes auto;
    events { worker_connections 1024; }
    http { access_log off; include ${types}; ${paths.join(' ')}
    ${configuration.replace('listen 80;', `listen 127.0.0.1:${port};`)} }`,
  );
  return spawn('nginx', ['-p', folder, '-c', own, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function startCaddy(folder: string, configuration: string, port: string): ChildProcess {
  const own = join(folder, 'Caddyfile');
  const site = configuration.replace('example.org {', `http://127.0.0.1:${port} {`);
  writeFileSync(own, `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`);
  return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', own], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  });
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

/** A port that nobody listens to. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
