/** Five points in a box of 20. */
export const starPath = 'M10 1.8 12.53 7l5.72.8-4.15 4 1 5.7L10 14.78 4.9 17.5l1-5.7-4.15-4L7.47 7Z';
