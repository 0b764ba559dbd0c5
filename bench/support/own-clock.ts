/** Milliseconds since the epoch with fractions, the same in all processes of one machine. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}
