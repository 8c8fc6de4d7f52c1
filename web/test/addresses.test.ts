import { expect, test } from 'vitest';
import { trackNamed } from '../src/api/queries';
import { encoded } from '../src/api/url';
import { baseOf } from '../src/base';

const path = (parts: TemplateStringsArray, ...values: string[]) => encoded(parts, values);

test('the pages find the path that they are under by their own address', () => {
  expect(baseOf('https://example.test/assets/index-a1.js')).toBe('/');
  expect(baseOf('https://example.test/tools/signalbox/assets/index-a1.js?v=1')).toBe('/tools/signalbox/');
});

test('what is put into an address cannot leave its place', () => {
  expect(path`apps/${'a/../b?c'}/board`).toBe('apps/a%2F..%2Fb%3Fc/board');
  expect(path`questions/${'crash in Åland'}/answer`).toBe('questions/crash%20in%20%C3%85land/answer');
});

test('a track is named by app, version and platform', () => {
  expect(trackNamed('player/8.9.2/android')).toEqual({ app: 'player', version: '8.9.2', platform: 'android' });
});
