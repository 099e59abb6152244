import { t } from '../../text/signUp.ts';
import type { Step } from '../../ui/Steps.tsx';
import { draft } from './draft.ts';
import type { StepName } from './steps.ts';

/** What was chosen in a step, for the list of steps. */
function chosenIn(step: StepName): string | undefined {
  switch (step) {
    case 'role':
      return draft.role ? t(`roles.${draft.role}`) : undefined;
    case 'about':
      return draft.name;
    case 'interests':
      return draft.interests.join(', ');
    case 'teaching':
      return draft.skills.join(', ');
    case 'profile':
    case 'code':
      return undefined;
  }
}

export const stepWords = (step: StepName): Step => ({
  name: t(`signUp.steps.${step}`),
  done: chosenIn(step),
});

/** What Next leads to. */
export function nextWords(step: StepName): string {
  switch (step) {
    case 'role':
    case 'teaching':
    case 'code':
      return t(`signUp.next.${step}`);
    case 'about':
      return draft.role === 'mentor' ? t('signUp.next.mentorAbout') : t('signUp.next.learnerAbout');
    case 'interests':
    case 'profile':
      return t('signUp.next.last');
  }
}

/** What is under way after Next was pressed. */
export function busyWords(step: StepName): string {
  if (step === 'code') return t('signUp.creating');
  return step === 'about' ? t('signUp.checking') : t('signUp.sendingCode');
}
