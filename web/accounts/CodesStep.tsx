import { RecoveryCodes } from '../security/RecoveryCodes.tsx';
import type { LogInFlow, StepAt } from './logInFlow.ts';

/** After the second factor was set up: nobody is let on before the codes are stored. */
export function CodesStep(props: { flow: LogInFlow; step: StepAt<'recoveryCodes'> }) {
  return (
    <RecoveryCodes
      codes={props.step.codes}
      email={props.step.answer.user.email}
      onStored={() => props.flow.done(props.step.answer)}
    />
  );
}
