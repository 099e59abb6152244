type Forms = { one: string; other: string };

const pluralIn = (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  return (count: number, forms: Forms): string => (rules.select(count) === 'one' ? forms.one : forms.other);
};

/** Picks the form that English grammar wants for a number. */
export const plural = pluralIn('en');
/** Hindi counts 0 as one. */
export const pluralHindi = pluralIn('hi');
