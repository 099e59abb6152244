export { renewRecoveryCodes } from './recoveryCodes.ts';
export {
  beginSecondFactor,
  confirmSecondFactor,
  dropUnconfirmed,
  isSecondFactorOn,
  removeSecondFactor,
  stateOfSecondFactor,
  takeSecondFactor,
} from './secondFactor.ts';
