import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, countryName, flag } from '../../src/news/country.ts';
import { INTERFACE_LANGUAGES } from '../../src/news/language.ts';

describe('countries', () => {
  it('have a name in every interface language', () => {
    const nameless = COUNTRY_CODES.flatMap((code) =>
      INTERFACE_LANGUAGES.filter((language) => countryName(code, language) === code).map((language) => [
        code,
        language,
      ]),
    );
    expect(nameless).toEqual([]);
  });

  it('have a name of their own in every interface language', () => {
    for (const language of INTERFACE_LANGUAGES) {
      expect(new Set(COUNTRY_CODES.map((code) => countryName(code, language))).size).toBe(COUNTRY_CODES.length);
    }
  });

  it('are named as news names them', () => {
    expect(countryName('KZ', 'en')).toBe('Kazakhstan');
    expect(countryName('KZ', 'kk')).toBe('Қазақстан');
    expect(countryName('CD', 'en')).toBe('DR Congo');
    expect(countryName('US', 'ru')).toBe('США');
    expect(countryName('KG', 'ru')).toBe('Кыргызстан');
  });

  it('count Kosovo and leave out what nobody lives in', () => {
    expect(COUNTRY_CODES).toContain('XK');
    expect(COUNTRY_CODES).not.toContain('AQ');
    expect(new Set(COUNTRY_CODES).size).toBe(COUNTRY_CODES.length);
  });

  it('have flags made of their letters', () => {
    expect(flag('KZ')).toBe('🇰🇿');
    expect(flag('BY')).toBe('🇧🇾');
  });
});
