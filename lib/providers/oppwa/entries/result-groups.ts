/** The platform's own sorting of its result codes: a code belongs to one group at most (§7). */
export const RESULT_GROUPS = {
  success: /^(000\.000\.|000\.100\.1|000\.[36]|000\.400\.[1][12]0)/,
  success_review: /^(000\.400\.0[^3]|000\.400\.100)/,
  pending_short: /^(000\.200)/,
  pending_long: /^(800\.400\.5|100\.400\.500)/,
  risk_3d_secure: /^(000\.400\.[1][0-9][1-9]|000\.400\.2)/,
  declined_by_bank: /^(800\.[17]00|800\.800\.[123])/,
  communication: /^(900\.[1234]00|000\.400\.030)/,
  system: /^(800\.[56]|999\.|600\.1|800\.800\.[84])/,
  asynchronous: /^(100\.39[765])/,
  soft_decline: /^(300\.100\.100)/,
  external_risk: /^(100\.400\.[0-3]|100\.380\.100|100\.380\.11|100\.380\.4|100\.380\.5)/,
  address_check: /^(800\.400\.1)/,
  three_d_secure: /^(800\.400\.2|100\.390)/,
  blacklist: /^(800\.[32])/,
  risk_limits: /^(800\.1[123456]0)/,
  configuration: /^(600\.[23]|500\.[12]|800\.121)/,
  registration: /^(100\.[13]50)/,
  job: /^(100\.250|100\.360)/,
  reference: /^(700\.[1345][05]0)/,
  merchant_advice: /^(700\.600|700\.601)/,
  format: /^(200\.[123]|100\.[53][07]|800\.900|100\.[69]00\.500)/,
  address: /^(100\.800)/,
  contact: /^(100\.700|100\.900\.[123467890][0-9])/,
  account: /^(100\.100|100\.2[01])/,
  amount: /^(100\.55)/,
  risk_management: /^(100\.380\.[23]|100\.380\.101)/,
  chargeback: /^(000\.100\.2)/,
} as const satisfies Readonly<Record<string, RegExp>>

export type ResultGroup = keyof typeof RESULT_GROUPS

/** The group of a result code; null for one that the platform has never listed. */
export function resultGroup(code: string): ResultGroup | null {
  for (const [group, pattern] of Object.entries(RESULT_GROUPS)) {
    if (pattern.test(code)) return group as ResultGroup
  }
  return null
}
