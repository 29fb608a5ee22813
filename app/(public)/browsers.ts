/** The oldest that Next and Tailwind support, and so do we. */
export const BROWSERS = ['Chrome 111', 'Firefox 128', 'Safari 16.4'];
