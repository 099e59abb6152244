import { locale } from '../lib/locale.ts';
import { t } from '../lib/text.ts';
import { Button } from '../ui/Button.tsx';
import { chooseLanguage, languages } from './language.ts';

/** Offers the language that the page is not in, in that language. */
export function LanguageButton() {
  const other = () => languages.find(({ value }) => value !== locale());
  return (
    <Button
      variant="ghost"
      size="sm"
      icon="language"
      onClick={() => void chooseLanguage(locale() === 'en' ? 'hi' : 'en')}
    >
      <span class="sr-only">{t('shell.language')}</span>
      <span lang={other()?.value}>{other()?.label}</span>
    </Button>
  );
}
