export const access = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'E-mail address',
  password: 'Password',
  signOut: 'Sign out',
  firstPerson: {
    title: 'No one can sign in yet',
    meaning: 'On the server, this command makes the first account, an admin:',
    command: 'command',
    email: 'you@example.com',
    name: 'Your name',
    after: 'It shows a password once. Sign in with it here.',
  },
} as const
