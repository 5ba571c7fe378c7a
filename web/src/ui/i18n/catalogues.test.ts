import { describe, expect, test } from 'vitest';
import portalDe from '@/portal/locales/de.json';
import portalEn from '@/portal/locales/en.json';
import portalRu from '@/portal/locales/ru.json';
import consoleDe from '../locales/de.json';
import consoleEn from '../locales/en.json';
import consoleRu from '../locales/ru.json';

type Catalogue = { [key: string]: string | Catalogue };

function flat(catalogue: Catalogue, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** Languages have different plural forms; without the form the keys must be the same. */
const plural = /_(zero|one|two|few|many|other)$/;
const names = (texts: Map<string, string>) => [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{?\s*(\w+)\s*\}?\}/g)].map((match) => match[1]).sort();

describe.each([
  ['console', 'de', consoleEn, consoleDe],
  ['console', 'ru', consoleEn, consoleRu],
  ['portal', 'de', portalEn, portalDe],
  ['portal', 'ru', portalEn, portalRu],
] as [string, string, Catalogue, Catalogue][])('%s in %s', (_where, language, original, translation) => {
  const english = flat(original);
  const translated = flat(translation);

  test('has the same keys as in English', () => {
    expect(names(translated)).toEqual(names(english));
  });

  test('leaves no text empty', () => {
    expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('fills in the same values', () => {
    const different = [...translated].filter(([key, text]) => {
      const source = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
      // A form for exactly one may do without the number.
      const optional = plural.test(key) ? ['count', 'number'] : [];
      const missing = placeholders(source).filter((name) => !placeholders(text).includes(name) && !optional.includes(name ?? ''));
      const unknown = placeholders(text).filter((name) => !placeholders(source).includes(name));
      return missing.length + unknown.length > 0;
    });
    expect(different).toEqual([]);
  });

  test('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = names(new Map([...translated].filter(([key]) => plural.test(key))));
    const missing = counted.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !translated.has(key));
    expect(missing).toEqual([]);
  });
});
