import { t } from '../text/auth.ts';
import type { LogInFlow } from './logInFlow.ts';

/** Heading of a step, and the sentence below it. */
export function stepTexts(flow: LogInFlow, lead: string): { title: string; lead: string } {
  const step = flow.step();
  switch (step.at) {
    case 'password':
      return { title: t('auth.logInTitle'), lead };
    case 'askCode':
      return step.purpose === 'logIn'
        ? { title: t('auth.askCodeTitle'), lead: t('auth.askCodeLead') }
        : { title: t('auth.resetTitle'), lead: t('auth.resetLead') };
    case 'enterCode':
      return {
        title: step.purpose === 'logIn' ? t('auth.codeTitle') : t('auth.resetTitle'),
        lead: t('auth.codeSent', { email: flow.email() }),
      };
    case 'totp':
      return { title: t('auth.totpTitle'), lead: t('auth.totpLead') };
    case 'totpSetup':
      return { title: t('auth.setupTitle'), lead: t('auth.setupLead') };
    case 'recoveryCodes':
      return { title: t('auth.codesTitle'), lead: t('auth.codesLead') };
  }
}
