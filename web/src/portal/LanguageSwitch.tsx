import { type PortalLanguage, portalLanguages, useTexts } from './texts';

export const languageNames: Record<PortalLanguage, string> = { en: 'English', de: 'Deutsch', ru: 'Русский' };

export function LanguageSwitch({ language, onChange }: { language: PortalLanguage; onChange: (language: PortalLanguage) => void }) {
  const { t } = useTexts();
  return (
    <label className="language">
      <span className="hidden">{t('language')}</span>
      <select value={language} onChange={(event) => onChange(portalLanguages.find((one) => one === event.target.value) ?? 'en')}>
        {portalLanguages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
