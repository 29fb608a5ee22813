import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/**
 * Joins class names; of two utilities that set the same property the later wins, so that a caller's `className` has
 * the last word. Files marked 'use client' join with `clsx` instead, since the table of conflicts weighs 9 kB.
 */
export function cn(...classes: ClassValue[]): string {
  return twMerge(clsx(classes));
}
