import { createContext } from 'react';

/** Closes the dialog around; null outside of one. */
export const DialogContext = createContext<(() => void) | null>(null);
