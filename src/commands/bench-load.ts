/**
 * `npm run bench:load`: what nginx, configured as in `src/hosting/`, answers on this machine when all addresses of the built
 * site in `dist/` are asked for over 200 connections at once. Argument: for how many seconds (60). It ends with a fault
 * where an answer is one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { serveWith, versionOf } from './servers.ts';

const seconds = Number(process.argv[2] ?? 60);
const connections = 200;

/** What wrk counted. Times are in microseconds. */
interface Counted {
  requests: number;
  bytes: number;
  duration: number;
  /** By kind: what could not be connected, read or written, what was late, and answers of 400 and above. */
  errors: Record<string, number>;
  /** Within which time so many percent were answered. */
  latency: { percent: number; time: number }[];
}

/** The address of each file of the site, from the root. A page is its folder. */
function addressesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((file) => encodeURI(`/${file.replace(/(?<=^|\/)index\.html$/u, '')}`));
}

/** Tells wrk to ask for the addresses in turn, and to count as JSON. */
function scriptFor(addresses: readonly string[]): string {
  return `local requests = {}
local last = 0
function init()
  local headers = { ["Accept-Encoding"] = "gzip, deflate, br, zstd" }
  for _, address in ipairs({ ${addresses.map((address) => JSON.stringify(address)).join(', ')} }) do
    requests[#requests + 1] = wrk.format("GET", address, headers)
  end
end
function request()
  last = last % #requests + 1
  return requests[last]
end
function done(summary, latency)
  local errors, times = {}, {}
  for kind, count in pairs(summary.errors) do errors[#errors + 1] = string.format('"%s": %d', kind, count) end
  for _, percent in ipairs({ 50, 90, 99, 99.9 }) do
    times[#times + 1] = string.format('{ "percent": %g, "time": %d }', percent, latency:percentile(percent))
  end
  times[#times + 1] = string.format('{ "percent": 100, "time": %d }', latency.max)
  print(string.format('{ "requests": %d, "bytes": %d, "duration": %d, "errors": { %s }, "latency": [ %s ] }',
    summary.requests, summary.bytes, summary.duration, table.concat(errors, ", "), table.concat(times, ", ")))
end
`;
}

const missing = [
  ...(versionOf('nginx') === undefined ? ['nginx'] : []),
  // wrk ends with a fault where it is only asked for its version.
  ...(spawnSync('wrk', ['-v']).error ? ['wrk'] : []),
];
if (missing.length > 0) {
  console.error(`NO ${missing.join(' AND NO ')} ON THIS MACHINE: nothing was measured.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
const addresses = addressesOf('dist');
const server = await serveWith('nginx', 'dist');
try {
  const script = join(folder, 'addresses.lua');
  writeFileSync(script, scriptFor(addresses));
  // One thread asks faster than the server answers.
  const { stdout, stderr } = spawnSync(
    'wrk',
    ['-t1', `-c${String(connections)}`, `-d${String(seconds)}s`, '-s', script, server.origin],
    { encoding: 'utf8', timeout: (seconds + 30) * 1000 },
  );
  const counted = /^\{ "requests".*\}$/mu.exec(stdout)?.[0];
  if (counted === undefined) throw new Error(`wrk counted nothing: ${stdout}${stderr}`);
  print(JSON.parse(counted) as Counted);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

function print({ requests, bytes, duration, errors, latency }: Counted): void {
  const took = duration / 1e6;
  const each = (value: number): string => Math.round(value).toLocaleString('en');
  const faults = Object.values(errors).reduce((sum, count) => sum + count, 0);
  console.log(`nginx, ${String(addresses.length)} addresses, ${String(connections)} connections, ${took.toFixed(1)} s
  ${each(requests)} requests, ${each(requests / took)} a second
  ${each(bytes / 1e6)} MB, ${each(bytes / took / 1e6)} MB a second
  answered within: ${latency
    .map(({ percent, time }) => `${(time / 1000).toFixed(1)} ms (${String(percent)} %)`)
    .join(', ')}
  errors: ${String(faults)}${faults === 0 ? '' : ` ${JSON.stringify(errors)}`}`);
  if (faults > 0) process.exitCode = 1;
}
