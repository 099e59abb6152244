const rules = new Intl.PluralRules('en');

/** Picks the form that English grammar wants for a number. */
export function plural(count: number, forms: { one: string; other: string }): string {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}
