import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** A token's value in the light or the dark theme. */
function token(name: string, theme: 0 | 1): Rgb {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const hex = pair?.[theme + 1];
  if (hex === undefined) {
    throw new Error(`tokens.css has no pair "${name}"`);
  }
  return [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Rgb;
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** How colours look to people who see them otherwise: Machado, Oliveira and Fernandes 2009, full severity, in linear light. */
const SIGHTS: Record<string, readonly (readonly number[])[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Rgb, sight: string): Rgb {
  return (SIGHTS[sight] ?? []).map((row) =>
    Math.min(1, Math.max(0, row.reduce((sum, part, index) => sum + part * (colour[index] ?? 0), 0))),
  ) as unknown as Rgb;
}

/** CIE 1976 L*a*b* under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(one: Rgb, other: Rgb, sight: string): number {
  const [a, b] = [lab(seen(one, sight)), lab(seen(other, sight))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_, theme) => {
  const of = (name: string) => token(name, theme);

  test.each(Object.keys(SIGHTS))('ready, waiting and needs are told apart with %s sight', (sight) => {
    for (const suffix of theme === 0 ? ['', '-text'] : ['']) {
      const [ready, waiting, needs] = ['ready', 'waiting', 'needs'].map((name) => of(name + suffix)) as [Rgb, Rgb, Rgb];
      expect(distance(ready, waiting, sight)).toBeGreaterThan(25);
      expect(distance(waiting, needs, sight)).toBeGreaterThan(25);
      expect(distance(ready, needs, sight)).toBeGreaterThan(25);
    }
  });

  test('text can be read on every ground that it stands on', () => {
    for (const ink of ['text', 'text-2', 'text-3']) {
      for (const ground of ['panel', 'panel-2', 'bg']) {
        expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThan(4.5);
      }
    }
    expect(contrast(of('accent'), of('panel'))).toBeGreaterThan(4.5);
    expect(contrast(of('ready-text'), of('panel'))).toBeGreaterThan(4.5);
    expect(contrast(of('needs-text'), of('panel'))).toBeGreaterThan(4.5);
    expect(contrast(of('waiting-text'), of('waiting-tint'))).toBeGreaterThan(4.5);
    expect(contrast(of('text-3'), of('waiting-tint'))).toBeGreaterThan(4.5);
    expect(contrast(of('on-needs'), of('needs'))).toBeGreaterThan(4.5);
    expect(contrast(of('on-ink'), of('text'))).toBeGreaterThan(4.5);
  });

  test('signs, edges of controls and the ring of focus can be seen', () => {
    for (const mark of ['ready', 'waiting', 'needs', 'nodata', 'control-line', 'accent']) {
      expect(contrast(of(mark), of('panel')), mark).toBeGreaterThan(3);
    }
  });
});
