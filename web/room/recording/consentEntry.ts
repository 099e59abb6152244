import { t } from '../../text/recording.ts';
import type { MoreEntry } from '../MoreControls.tsx';
import type { RoomRecording } from './createRecording.ts';

/** The entry of the menu "More" that changes whether one may be recorded. */
export function consentEntry({ consent, consentTo }: RoomRecording): MoreEntry {
  const agreed = consent.given() === true;
  return {
    icon: agreed ? 'eye-slash' : 'eye',
    label: t(agreed ? 'recording.consent.forbid' : 'recording.consent.allow'),
    onSelect: () => void consentTo(!agreed),
  };
}
