import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

const sources = files('src').filter((name) => /\.tsx?$/.test(name) && !name.endsWith('schema.d.ts'));
const styles = files('src').filter((name) => name.endsWith('.css'));

test('the types of the API are those of openapi.json', () => {
  const made = join(mkdtempSync(join(tmpdir(), 'signalbox-types-')), 'schema.d.ts');
  execFileSync('node_modules/.bin/openapi-typescript', ['../openapi.json', '-o', made], { stdio: 'pipe' });
  expect(readFileSync('src/api/schema.d.ts', 'utf8'), 'run "npm run types" in web/').toBe(readFileSync(made, 'utf8'));
}, 60_000);

test('no component sets a style of its own, which the content security policy may refuse', () => {
  const guilty = sources.filter((name) => /\sstyle=|dangerouslySetInnerHTML/.test(readFileSync(name, 'utf8')));
  expect(guilty).toEqual([]);
});

test('no colour stands outside tokens.css, but for the shade behind a dialog', () => {
  const guilty = styles
    .filter((name) => !name.endsWith('tokens.css'))
    .flatMap((name) => readFileSync(name, 'utf8').split('\n').map((line) => `${name}: ${line.trim()}`))
    .filter((line) => /#[0-9a-f]{3,8}\b|rgba?\(|hsl/i.test(line) && !line.includes('.scrim'));
  expect(guilty).toEqual([]);
});

test('nothing is asked of anybody but our own server', () => {
  const guilty = [...sources, ...styles, 'index.html'].filter((name) => /https?:\/\/(?!www\.w3\.org\/2000\/svg)/.test(readFileSync(name, 'utf8')));
  expect(guilty).toEqual([]);
});

test('a page has one zone: the one that the reader is in is for its title texts, and for where there is no app', () => {
  const allowed = ['words/zone.ts', 'live/zone.ts', 'app/Frame.tsx', 'app/TopBar.tsx'].map((name) => join('src', name));
  const guilty = sources.filter((name) => !allowed.includes(name) && readFileSync(name, 'utf8').includes('viewerZone'));
  expect(guilty).toEqual([]);
});

test('no figure of a cell is cut off: what is too long for a line goes on in the next', () => {
  const panel = readFileSync('src/overview/SignalPanel.module.css', 'utf8');
  const second = panel.split('\n').find((line) => line.startsWith('.second ')) ?? '';
  expect(second).toContain('overflow-wrap: anywhere');
  expect(second).not.toMatch(/ellipsis|nowrap|overflow: hidden/);
});

test('the lock file names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
});

test('every file is short enough to be read', () => {
  const long = sources.filter((name) => readFileSync(name, 'utf8').split('\n').length > 300);
  expect(long).toEqual([]);
});
