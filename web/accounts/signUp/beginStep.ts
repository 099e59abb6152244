/** A new step begins at its first field; on phones at its heading, so that the keyboard does not cover it. */
export function beginStep(place: HTMLElement | undefined): void {
  place?.querySelector('.wizard__body')?.scrollTo({ top: 0 });
  const isTouch = window.matchMedia('(pointer: coarse)').matches;
  const field =
    place?.querySelector<HTMLElement>('.wizard__body input:checked') ??
    place?.querySelector<HTMLElement>('.wizard__body :is(input, textarea):not([hidden])');
  const heading = place?.querySelector<HTMLElement>('.dialog__title');
  (isTouch ? heading : (field ?? heading))?.focus();
}
