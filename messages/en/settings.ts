/** Looking after the people who sign in. */
export const people = {
  pageTitle: 'People',
  title: 'People',
  description:
    'Who can sign in, and what each may do. A change counts from the person’s next click.',
  back: 'All people',
  locked: 'Only some may look after people',
  lockedMeaning: 'Your role, {role}, may not. Ask {roles}.',
  first: 'These are the first {count, number}.',
  table: {
    caption: 'People',
    name: 'Name',
    role: 'Role',
    state: 'State',
    secondFactor: 'Second factor',
    lastSignIn: 'Last sign-in',
    browsers: 'Signed in',
  },
  states: { invited: 'Invited', active: 'Active', disabled: 'Disabled' },
  never: 'Never',
  browsers: '{count, plural, =0 {Signed out} one {In one browser} other {In # browsers}}',
  you: 'You',
  invite: {
    button: 'Invite',
    title: 'Invite a person',
    meaning:
      'You get a link to pass on. The person opens it, chooses a password, and is signed in.',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    submit: 'Make the link',
    pending: 'Making the link…',
    done: 'Done',
  },
  link: {
    label: 'One-time link for {name}',
    what: 'link',
    meaning:
      'Pass it on so that only {name} can read it. It works once, within {hours, number} hours, and is shown only now.',
  },
  roles: {
    viewer: 'Sees payments and their history.',
    staff: 'Captures and voids, writes notes.',
    support: 'Refunds, decides reviews, exports lists, writes notes.',
    admin: 'Does everything, also with orders, connections and people.',
  },
  role: {
    title: 'Role',
    choose: 'Role of {name}',
    save: 'Save the role',
    pending: 'Saving…',
    saved: '{name} has the role {role} now.',
    own: 'No one changes their own role. Ask another admin.',
  },
  access: {
    title: 'Way in',
    makeInvitation: 'Make a new invitation',
    invitationMeaning:
      '{name} has not chosen a password yet. A new link takes the place of the one before.',
    makeReset: 'Make a link for a new password',
    resetMeaning:
      'For a forgotten password. The current one works until the link is used; then every browser is signed out.',
    linkUntil: 'There is a link that works until {at}.',
    unlock: 'Unlock',
    unlockMeaning: 'After failed sign-ins: lets {name} try again at once.',
    unlocked: '{name} can try again.',
    notLocked: 'No failed sign-ins were counted. Nothing was changed.',
    disable: 'Disable',
    disableMeaning: 'Keeps {name} from signing in, and signs every browser out at once.',
    disabled: '{name} can no longer sign in.',
    enable: 'Enable',
    enableMeaning: 'Lets {name} sign in again with the password of before.',
    enableInvitedMeaning: 'Lets {name} in again, by a new invitation.',
    enabled: '{name} can sign in again.',
    enabledInvited: '{name} is no longer disabled. Make a new invitation.',
    own: 'Your own way in is on your account’s page.',
    pending: 'One moment…',
  },
  secondFactor: {
    title: 'Second factor',
    app: 'App',
    none: 'None',
    hasApp: '{name} signs in with a password and an authenticator app.',
    hasNone: '{name} signs in with a password alone.',
    reset: 'Reset second factor',
    resetMeaning:
      'For a lost phone. Make sure that it is {name} who asks: the app and the recovery codes no longer count, and every browser is signed out.',
    wasReset: '{name} has no second factor any more.',
    notReset: '{name} had no second factor. Nothing was changed.',
  },
  sessions: {
    title: 'Browsers',
    none: '{name} is signed in nowhere.',
    since: 'Signed in {at}',
    until: 'Until {at}',
    unknown: 'An unknown browser',
    on: '{browser} on {system}',
    here: 'This browser',
    signOut: 'Sign out',
    signOutNamed: 'Sign out: {browser}',
    signOutAll: 'Sign out everywhere',
    signedOut:
      '{count, plural, =0 {There was nothing to sign out.} one {One browser is signed out.} other {# browsers are signed out.}}',
  },
} as const

/** A person's own account. */
export const account = {
  pageTitle: 'Your account',
  title: 'Your account',
  facts: 'You',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  password: {
    title: 'Password',
    meaning: 'When you change it, your other browsers are signed out.',
    current: 'Current password',
    next: 'New password',
    hint: 'At least {least, number} characters. A few words in a row are easy to keep in mind.',
    submit: 'Change the password',
    pending: 'Changing…',
    changed:
      'Your password is changed. {count, plural, =0 {You were signed in nowhere else.} one {One other browser is signed out.} other {# other browsers are signed out.}}',
    missing: 'Enter your current password.',
  },
  secondFactor: {
    title: 'Second factor',
    offMeaning:
      'A code from your phone, asked for after your password: who learns your password alone cannot sign in. You need an authenticator app.',
    required: 'Your role, {role}, needs a second factor. Set it up here, and you can go on.',
    current: 'Current password',
    begin: 'Set up an app',
    pending: 'One moment…',
    scan: 'Scan this picture with the app:',
    picture: 'QR code for the authenticator app',
    type: 'Or type this key into the app:',
    key: 'key',
    firstCode: 'Code that the app shows',
    confirm: 'Turn on',
    cancel: 'Cancel',
    turnedOn:
      'Your second factor is on. {count, plural, =0 {You were signed in nowhere else.} one {One other browser is signed out.} other {# other browsers are signed out.}}',
    codesMade:
      'These are your new recovery codes. {count, plural, =0 {You were signed in nowhere else.} one {One other browser is signed out.} other {# other browsers are signed out.}}',
    onSince: 'An authenticator app, since {at}.',
    codesLeft:
      '{count, plural, =0 {You have no recovery code left: make new ones.} one {You have one recovery code left: make new ones.} other {You have # recovery codes left.}}',
    code: 'Code from the app, or a recovery code',
    newCodes: 'Make new recovery codes',
    newCodesMeaning: 'In place of those before, which no longer work.',
    turnOff: 'Turn off',
    turnOffMeaning: 'For a new phone, too: turn it off, and set it up again on the new one.',
    turnOffNeeded:
      'Your role, {role}, needs it, so it stays on. For a new phone, ask an admin to reset it.',
    turnedOff:
      'Your second factor is off. {count, plural, =0 {You were signed in nowhere else.} one {One other browser is signed out.} other {# other browsers are signed out.}}',
    codesTitle: 'Recovery codes',
    codesMeaning:
      'Each stands in once for the app, when your phone is lost. Keep them where only you find them: they are shown only now.',
    codesWhat: 'recovery codes',
    download: 'Download as text',
    kept: 'I have kept them',
    goOn: 'I have kept them: go on',
  },
} as const

/** The page that a one-time link leads to. */
export const welcome = {
  pageTitle: 'Choose a password',
  invited: 'Welcome, {name}',
  reset: 'A new password for {name}',
  meaning: 'Choose a password. Then you are signed in.',
  password: 'Password',
  hint: 'At least {least, number} characters. A few words in a row are easy to keep in mind.',
  submit: 'Choose and sign in',
  pending: 'One moment…',
  unusable: 'This link no longer works',
  unusableMeaning:
    'It was used already, a newer one has taken its place, or its time is over. Ask the person who gave it to you for a new one.',
  toSignIn: 'Go to sign in',
} as const
