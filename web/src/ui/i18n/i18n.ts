import dayjs from 'dayjs';
import 'dayjs/locale/de';
import 'dayjs/locale/ru';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json';

export const languages = ['en', 'de', 'ru'] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch', ru: 'Русский' };

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const catalogues: Record<Exclude<Language, 'en'>, () => Promise<{ default: object }>> = {
  de: () => import('../locales/de.json'),
  ru: () => import('../locales/ru.json'),
};

export function toLanguage(tag: string | null | undefined): Language {
  return languages.find((one) => tag?.toLowerCase().startsWith(one)) ?? 'en';
}

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
});

const rememberedKey = 'servicecrm.language';

/** The language before anybody is signed in: what was used here last, else what the browser asks for. */
export function startLanguage(): Language {
  return toLanguage(localStorage.getItem(rememberedKey) ?? navigator.language);
}

export async function switchLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await catalogues[language]()).default);
  }
  dayjs.locale(language);
  document.documentElement.lang = language;
  localStorage.setItem(rememberedKey, language);
  await i18next.changeLanguage(language);
}

export { i18next };
