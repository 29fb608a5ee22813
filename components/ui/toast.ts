export type Toast = { title: string; text?: string; tone?: 'go' | 'stop' };

export const TOAST_EVENT = 'groundcrew:toast';

/** Says something in passing. Heard by the `Toaster` of the shell; where there is none, nothing is said. */
export function showToast(toast: Toast): void {
  window.dispatchEvent(new CustomEvent<Toast>(TOAST_EVENT, { detail: toast }));
}
