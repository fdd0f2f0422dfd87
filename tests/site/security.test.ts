/** What each page may do, by its policy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pagesOf } from '../helpers/built-site.ts';

describe.each(pagesOf('dist'))('/$address', ({ $ }) => {
  const metas = $('meta[http-equiv="content-security-policy"]');
  const policy = new Map(
    (metas.attr('content') ?? '').split(';').map((rule) => {
      const [name = '', ...sources] = rule.trim().split(/ +/u);
      return [name, sources];
    }),
  );
  const hashes = (elements: string): string[] =>
    $(elements)
      .toArray()
      .map((element) => `'sha256-${createHash('sha256').update($(element).text()).digest('base64')}'`);

  test('has one policy, before all scripts and styles', () => {
    expect(metas).toHaveLength(1);
    const before = metas.prevAll().toArray();
    expect(before.map(({ name }) => name)).not.toContain('style');
    expect($(before).filter('script:not([type$="ld+json"]), link[rel=stylesheet]')).toHaveLength(0);
  });

  test('runs and shows its own only: no inline code but what is named by its hash, no eval', () => {
    const all = [...policy.values()].flat();
    for (const unsafe of ["'unsafe-inline'", "'unsafe-eval'", '*', 'http:', 'https:'])
      expect(all).not.toContain(unsafe);
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    const withoutHashes = (name: string): string[] =>
      policy.get(name)?.filter((source) => !/^'sha256-.{44}'$/u.test(source)) ?? [];
    expect(withoutHashes('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(withoutHashes('style-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(
      expect.arrayContaining(hashes('script:not([src]):not([type$="ld+json"])')),
    );
    expect(policy.get('style-src')).toEqual(expect.arrayContaining(hashes('style')));
    expect($('[style], [onclick], [onload]')).toHaveLength(0);
  });
});

interface Workflow {
  permissions: object;
  jobs: Record<string, { permissions?: Record<string, string>; steps: { run?: string }[] }>;
}

test('the workflow runs actions by their commits, only publishes with rights to write, and audits packages', () => {
  const text = readFileSync('.github/workflows/publish.yml', 'utf8');
  const { permissions, jobs } = parse(text) as Workflow;
  expect(permissions).toEqual({ contents: 'read' });
  for (const [, action = ''] of text.matchAll(/uses: (\S+)/gu))
    expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/u);
  const checkouts = text.match(/actions\/checkout@/gu) ?? [];
  expect(text.match(/persist-credentials: false/gu)).toHaveLength(checkouts.length);
  const writing = Object.entries(jobs).filter(([, { permissions: own = {} }]) =>
    Object.values(own).includes('write'),
  );
  // What may write runs no code of the project.
  expect(writing.map(([name, { steps }]) => [name, steps.map(({ run }) => run)])).toEqual([
    ['publish', [undefined]],
  ]);
  expect(jobs.audit?.steps.map(({ run }) => run)).toContain('npm audit');
});

test('no package runs anything when it is installed but those that are named', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: object };
  const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = running.map(([path]) => path.replace(/^.*node_modules\//u, ''));
  expect(names.sort()).toEqual(Object.keys(allowScripts).sort());
});

test('no page asks anybody else for anything', () => {
  const loading = 'link:not([rel=canonical]):not([rel=alternate]), script, img, source, iframe, form, object';
  for (const { $, address } of pagesOf('dist'))
    for (const element of $(loading).toArray()) {
      const { href, src, srcset, action, data } = element.attribs;
      for (const asked of [href, src, srcset, action, data])
        expect(asked ?? '/', `${address}: ${asked ?? ''}`).toMatch(/^(?:\/(?!\/)|data:)/u);
    }
});
