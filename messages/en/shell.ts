export const shell = {
  description: 'Capture, refund and void authorized payments.',
  skip: 'Skip to the content',
  mainNavigation: 'Main',
  transactions: 'Transactions',
  overview: 'Overview',
  operations: 'Operations',
  audit: 'Audit',
  people: 'People',
  connections: 'Connections',
  business: 'Business',
  rules: 'Rules',
  settings: 'Settings',
  notices: 'Notices',
  unreadNotices: '{count, plural, one {# new notice} other {# new notices}}',
  inReview: '{count, number} in review',
  sessionEnded:
    'Your session has ended, so this page no longer changes. <link>Sign in again</link> to see how things stand.',
  notUpdated:
    'This page has not been updated for a while: Paydesk does not answer as it should. It goes on trying; what you see may be out of date.',
  signedInAs: 'Signed in as',
  toAccount: 'Your account: {email}',
  language: 'Language: {current}. Change to {next}',
} as const

export const access = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  email: 'E-mail address',
  password: 'Password',
  passkey: {
    or: 'or',
    submit: 'Sign in with a passkey',
    pending: 'Waiting for your device…',
  },
  provider: {
    signIn: 'Sign in with {name}',
    or: 'or with a password',
    emergency: 'Sign in as the emergency admin',
    emergencyMeaning:
      'For the day on which {name} does not respond. Everyone else uses the button.',
    onward: 'You are still signed in. Go back',
    problems: {
      off: 'Single sign-on is not set up here. Sign in with your password.',
      unavailable:
        '{name} did not respond, so you could not be signed in. Try again in a moment, or tell an admin.',
      too_many_tries:
        'Far too many sign-ins were begun from your network. Try again in a quarter of an hour.',
      expired:
        'This sign-in took too long, or was begun in another tab or browser. Begin again here.',
      cancelled: 'You were not signed in at {name}. Nothing was done. You can try again.',
      rejected:
        'The answer of {name} was not meant for this sign-in, so Paydesk did not take it. Begin again. If it stays like this, tell an admin.',
      no_group:
        '{name} knows you, but you are in none of the groups that may use Paydesk. Ask those who look after the groups.',
      groups_unreadable:
        '{name} sent your groups in a form that Paydesk cannot read, or far too many. Tell an admin.',
      email_missing: '{name} did not send an e-mail address for you. Tell an admin.',
      email_unverified:
        '{name} has not checked your e-mail address, so Paydesk cannot rely on it. Confirm it there, then sign in again.',
      email_taken:
        'Another account in Paydesk has your e-mail address already. Ask an admin to hand it over to {name}.',
      disabled: 'Your account is disabled. Ask an admin.',
      second_factor:
        'Your role needs a second factor, and {name} did not ask you for one. Turn it on there, then sign in again.',
      other_person:
        'You showed {name} another account than the one signed in here. Nothing was done.',
      internal: 'Signing in did not work just now. Try again in a moment.',
    },
  },
  signOut: 'Sign out',
  why: {
    idle: 'You were signed out after {minutes, plural, one {a minute} other {# minutes}} without use.',
    ended: 'Your session has ended. Sign in, and you are back where you were.',
    kept: 'Your session has ended, so nothing was done. What you entered is kept: sign in, and you are back in it.',
    chosen: 'Your password is chosen. Sign in with it.',
    expired: 'The code did not come in time. Sign in with your password again.',
    codes:
      'Too many codes were wrong. Wait a quarter of an hour and sign in again, or ask an admin to unlock your account.',
    unsure:
      'Your session has ended before an answer came. Sign in, and the page shows what became of your request.',
  },
  code: {
    title: 'Second factor',
    meaning: 'Open the authenticator app on your phone, and enter its code for Paydesk.',
    label: 'Code from the app',
    hint: 'Six digits',
    recoveryMeaning: 'Enter one of the recovery codes that you have kept. Each works once.',
    recoveryLabel: 'Recovery code',
    useRecovery: 'No phone at hand? Use a recovery code',
    useApp: 'Use the code from the app',
    startAnew: 'Sign in as another person',
  },
  stepUp: {
    title: 'Confirm that it is you',
    meaning:
      'This needs your second factor once more: you have not shown it in the last five minutes. What you entered is kept, and is sent by itself afterwards.',
    or: 'or',
    submit: 'Confirm',
    pending: 'Confirming…',
    usePasskey: 'Use a passkey',
    none: 'This needs a second factor, and you have none yet. Set one up on your account page; what you entered stays here. Then come back and send it again.',
    unsupported:
      'This needs your passkey, and this browser knows none. Use another browser, or set up an app on your account page.',
    toAccount: 'Open your account in a new tab',
    atProvider: 'Confirm at your sign-in provider, in a new tab',
    afterProvider: 'Come back to this tab afterwards, and go on here.',
    goOn: 'I have confirmed: go on',
    back: 'Back',
  },
  firstPerson: {
    title: 'No one can sign in yet',
    meaning: 'On the server, this command makes the first account, an admin:',
    command: 'command',
    email: 'you@example.com',
    name: 'Your name',
    after: 'It shows a password once. Sign in with it here.',
  },
} as const

/** Shortcuts, their sheet, and the palette. */
export const commands = {
  refused: '{name}: {why}',
  sheet: {
    title: 'Keyboard shortcuts',
    description: 'Everything can be done without a mouse.',
    groups: { everywhere: 'Everywhere', list: 'In a list', payment: 'On a payment' },
    meanings: {
      palette: 'Find a payment, page or action',
      search: 'Go to the search box',
      help: 'Show this list',
      leave: 'Leave a dialog',
      next: 'Next row',
      previous: 'Previous row',
      arrows: 'Previous and next row',
      open: 'Open the row',
      capture: 'Capture',
      refund: 'Refund',
      void: 'Void',
      update_authorization: 'Add item',
    },
    switch: 'Shortcuts of one character',
    switchNote: 'Switch them off if keys are pressed by accident or by speaking.',
  },
  palette: {
    button: 'Find a payment, page or action',
    short: 'Find',
    title: 'Find and go',
    placeholder: 'Order, customer, amount, page or action',
    groups: {
      actions: 'On this payment',
      transactions: 'Transactions',
      pages: 'Pages',
    },
    searchAll: 'Show all matches for “{text}”',
    shortcuts: 'Keyboard shortcuts',
    tooShort: 'Type at least two characters to find transactions.',
    searching: 'Searching …',
    nothing: 'No transaction matches “{text}”.',
    noneOfNewest:
      'None of the newest transactions matches “{text}”. Show all matches to look further.',
    failed: 'Transactions could not be searched just now. Pages and actions work.',
    signedOut: 'Your session has ended. Sign in again to search.',
    count: '{count, plural, =0 {Nothing to choose} one {# choice} other {# choices}}',
    noReference: 'No order reference',
  },
} as const

/** Pages that are not there, or could not be shown. */
export const pageErrors = {
  notFound: {
    pageTitle: 'Not found',
    title: 'There is no such page',
    meaning: 'The address may be mistyped, or what it led to has moved.',
    toTransactions: 'Go to the transactions',
  },
  broken: {
    pageTitle: 'Something went wrong',
    title: 'This page could not be shown',
    meaning:
      'No payment was changed by this. What was already sent to a provider keeps being followed up.',
  },
  tryAgain: 'Try again',
  error: 'Error {digest}',
} as const

/** What parts of the screen say that know no word of the trade. */
export const ui = {
  copy: 'Copy {what}',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying',
  close: 'Close',
  showPassword: 'Show the password',
  loading: 'Loading',
  oneLess: 'One less: {label}',
  oneMore: 'One more: {label}',
  theme: 'Theme: {current}. Change to {next}',
  themes: { system: 'as the system', light: 'light', dark: 'dark' },
} as const
