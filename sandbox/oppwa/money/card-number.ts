/** True for digits that end in the right check digit, by the formula of Luhn (fact sheet §15). */
export function isCardNumber(number: string): boolean {
  if (!/^\d+$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character)
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
