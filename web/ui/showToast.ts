import { createSignal } from 'solid-js';

export type ToastTone = 'success' | 'info' | 'warning' | 'danger';
export type ToastAction = { label: string; onPress: () => void };
export type ToastMessage = {
  id: number;
  tone: ToastTone;
  title: string;
  text?: string;
  action?: ToastAction;
};

const [toasts, setToasts] = createSignal<ToastMessage[]>([]);
let lastId = 0;

export { toasts };

/**
 * Shows a message at the top right. It leaves after 4 s, except `danger`, which stays until it is closed.
 * @returns a function that takes it away
 */
export function showToast(message: Omit<ToastMessage, 'id'>): () => void {
  const id = ++lastId;
  setToasts((shown) => [...shown.slice(-3), { ...message, id }]);
  return () => dismissToast(id);
}

export function dismissToast(id: number): void {
  setToasts((shown) => shown.filter((toast) => toast.id !== id));
}
