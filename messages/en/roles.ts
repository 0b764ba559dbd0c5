export const roles = {
  staff: 'Merchant staff',
  support: 'Support',
  admin: 'Admin',
} as const
