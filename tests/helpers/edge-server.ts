/** A server for benchmarks: it answers as a host's edge does, with everything compressed as well as can be. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { basePath } from '../../src/site.config.ts';

/** What the server answers: bytes as they cross the network. */
interface Answer {
  body: Buffer;
  type: string;
  compressed: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Compresses text as well as a host does that has all the time; fonts and the search index are compressed in themselves. */
export function answerOf(content: Buffer | string, ending: string): Answer {
  const type = types[ending] ?? 'application/octet-stream';
  const compressed = ending !== '.woff2' && ending in types;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const body = compressed ? brotliCompressSync(content, { params: quality }) : Buffer.from(content);
  return { body, type, compressed };
}

/**
 * All that can be asked for, by address. Filled when first asked for.
 *
 * @param site the folder of the built site
 * @param known what is there beside it
 */
export function answersFrom(
  site: string,
  known = new Map<string, Answer>(),
): (address: string) => Answer | undefined {
  return (asked) => {
    const [address = ''] = asked.split('?');
    const path = join(site, address.slice(basePath.length), address.endsWith('/') ? 'index.html' : '');
    if (!known.has(address) && existsSync(path))
      known.set(address, answerOf(readFileSync(path), extname(path)));
    return known.get(address);
  };
}

/** Serves on a free port of this machine, with connections that stay open as those to a host's edge do. */
export async function serve(answer: (address: string) => Answer | undefined): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const found = answer(request.url ?? '');
    response.statusCode = found ? 200 : 404;
    if (found) response.setHeader('content-type', found.type).setHeader('content-length', found.body.length);
    // What is asked for twice in a visit crosses the network once.
    if (found) response.setHeader('cache-control', 'max-age=600');
    if (found?.compressed) response.setHeader('content-encoding', 'br');
    response.end(found?.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}
