import { createContext, use } from 'react';
import de from './locales/de.json';
import en from './locales/en.json';
import ru from './locales/ru.json';

export const portalLanguages = ['en', 'de', 'ru'] as const;
export type PortalLanguage = (typeof portalLanguages)[number];
export type TextKey = keyof typeof en;

const catalogues: Record<PortalLanguage, Record<TextKey, string>> = { en, de, ru };
const rememberedKey = 'servicecrm.language';

export function startPortalLanguage(): PortalLanguage {
  const wanted =
    new URLSearchParams(window.location.search).get('lang') ?? localStorage.getItem(rememberedKey) ?? navigator.language;
  return portalLanguages.find((one) => wanted.toLowerCase().startsWith(one)) ?? 'en';
}

export function rememberPortalLanguage(language: PortalLanguage): void {
  localStorage.setItem(rememberedKey, language);
  document.documentElement.lang = language;
}

export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

export function translator(language: PortalLanguage): Translate {
  return (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), catalogues[language][key]);
}

interface Texts {
  t: Translate;
  language: PortalLanguage;
}

export const TextsContext = createContext<Texts>({ t: translator('en'), language: 'en' });

export function useTexts(): Texts {
  return use(TextsContext);
}
