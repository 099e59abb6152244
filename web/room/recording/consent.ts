import { createSignal } from 'solid-js';

/** Whether this person may be recorded. It is told at each way in, so that a drop or another node changes nothing. */
export const [mayRecord, setMayRecord] = createSignal(true);
