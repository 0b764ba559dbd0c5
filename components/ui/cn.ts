import { clsx, type ClassValue } from 'clsx'
import { mergeClasses } from './merge-classes'

const MERGED_MOST = 500

const merged = new Map<string, string>()

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...classes: ClassValue[]): string {
  const joined = clsx(classes)
  const known = merged.get(joined)
  if (known !== undefined) return known
  const found = mergeClasses(joined)
  if (merged.size < MERGED_MOST) merged.set(joined, found)
  return found
}
