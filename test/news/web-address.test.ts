import { describe, expect, it } from 'vitest';
import { onlyAddress, withoutTracking } from '../../src/news/web-address.ts';

describe('an address', () => {
  it.each([
    ['https://a.example/x?utm_source=tg&id=7&utm_medium=b#top', 'https://a.example/x?id=7'],
    ['https://a.example/x?fbclid=1&gclid=2&yclid=3', 'https://a.example/x'],
    ['https://a.example/x?p=%D0%BE&q=1', 'https://a.example/x?p=%D0%BE&q=1'],
    ['https://a.example', 'https://a.example/'],
    ['no address', 'no address'],
  ])('%s loses only what tracks its readers', (address, clean) => {
    expect(withoutTracking(address)).toBe(clean);
  });
});

describe('the one address of a text', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['  https://a.example/x\n', 'https://a.example/x'],
    ['The lake rose\nhttps://a.example/x', 'https://a.example/x'],
    ['HTTPS://A.EXAMPLE/X', 'HTTPS://A.EXAMPLE/X'],
  ])('in "%s" is found', (text, address) => {
    expect(onlyAddress(text)).toBe(address);
  });

  it.each([
    ['several', 'https://a.example/x https://b.example/y'],
    ['none', 'The lake rose by 4 metres.'],
    ['no http address', 'ftp://a.example/x'],
    ['an address in an article', `${'The lake rose and the river fell. '.repeat(20)} https://a.example/x`],
    ['a broken one', 'https://'],
  ])('is not there where there is %s', (_, text) => {
    expect(onlyAddress(text)).toBeUndefined();
  });
});
