import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import type { LogInFlow } from './logInFlow.ts';

export function BackToLogIn(props: { flow: LogInFlow }) {
  return (
    <Button variant="ghost" icon="arrow-left" onClick={() => props.flow.go({ at: 'password' })}>
      {t('auth.back')}
    </Button>
  );
}
