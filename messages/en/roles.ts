export const roles = {
  viewer: 'Read only',
  staff: 'Merchant staff',
  support: 'Support',
  admin: 'Admin',
} as const
