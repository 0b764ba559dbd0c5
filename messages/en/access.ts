export const access = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'E-mail address',
  password: 'Password',
  signOut: 'Sign out',
} as const
