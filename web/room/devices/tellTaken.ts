import { createEffect } from 'solid-js';
import type { DeviceKind } from '../createDevices.ts';
import { t } from '../../text/devices.ts';
import { attempt } from './attempt.ts';
import type { Notes } from './createNotes.ts';
import { deviceIcons } from './deviceIcons.ts';
import type { keepCapture } from './keepCapture.ts';

/** Says what the system has taken, with the press that gets it back, for as long as it is so. */
export function tellTaken(capture: ReturnType<typeof keepCapture>, notes: Notes): void {
  const show = (kind: DeviceKind) =>
    notes.show(
      {
        key: `taken-${kind}`,
        icon: `${deviceIcons[kind]}-slash`,
        text: t(`note.taken.${kind}`),
        action: {
          label: t(`note.resume.${kind}`),
          onPress: () => void attempt(kind, capture.resume(kind)),
        },
        onDismiss: () => capture.dismiss(kind),
      },
      { stays: true },
    );
  createEffect<readonly DeviceKind[]>((before) => {
    const taken = capture.taken();
    for (const kind of before) if (!taken.includes(kind)) notes.take(`taken-${kind}`);
    for (const kind of taken) if (!before.includes(kind)) show(kind);
    return taken;
  }, []);
}
