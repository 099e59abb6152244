import type { IconName } from '../../ui/iconNames.ts';
import type { ChoiceKind } from './createChoices.ts';

export const deviceIcons = {
  microphone: 'microphone',
  camera: 'video-camera',
  speaker: 'speaker-wave',
} as const satisfies Record<ChoiceKind, IconName>;
