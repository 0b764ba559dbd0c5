/** Different values that 32 random bytes or hexadecimal digits fall short of once in ten million. */
const FEWEST_VALUES = 8

/**
 * True when a secret of 32 bytes or more cannot have been made at random: one value throughout, few
 * values, a piece that is repeated, or a row such as 0, 1, 2.
 */
export function isWeakSecret(bytes: Uint8Array): boolean {
  return new Set(bytes).size < FEWEST_VALUES || isRepeated(bytes) || isRow(bytes)
}

function isRepeated(bytes: Uint8Array): boolean {
  const periods = Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => index + 1)
  return periods.some((period) =>
    bytes.subarray(period).every((byte, index) => byte === bytes[index]),
  )
}

/** More than half of the steps from one byte to the next are the same one, up or down. */
function isRow(bytes: Uint8Array): boolean {
  const steps = Array.from(bytes.subarray(1), (byte, index) => byte - (bytes[index] ?? 0))
  return [1, -1].some((step) => steps.filter((one) => one === step).length > steps.length / 2)
}
