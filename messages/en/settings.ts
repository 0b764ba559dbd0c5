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
    connections: 'Connections',
    state: 'State',
    secondFactor: 'Second factor',
    lastSignIn: 'Last sign-in',
    passkeys: 'Passkeys',
    browsers: 'Signed in',
  },
  states: { invited: 'Invited', active: 'Active', disabled: 'Disabled' },
  never: 'Never',
  lastUsed: 'Last used {at}',
  browsers: '{count, plural, =0 {Signed out} one {In one browser} other {In # browsers}}',
  passkeys: '{count, plural, =0 {None} other {#}}',
  you: 'You',
  invite: {
    button: 'Invite',
    title: 'Invite a person',
    meaning:
      'You get a link to pass on. The person opens it, chooses a password, and is signed in.',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    connections: 'Sees the payments of',
    submit: 'Make the link',
    pending: 'Making the link…',
    done: 'Done',
  },
  link: {
    label: 'One-time link for {name}',
    what: 'link',
    mailed: 'It was mailed to {email}.',
    notMailed:
      'It could not be mailed to {email}: the mail server did not confirm it. Copy the link, and pass it on yourself.',
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
  connections: {
    title: 'Connections',
    meaning:
      'Which payments {name} sees: in the list, its counts, search, exports and everything else.',
    choose: 'Connections of {name}',
    all: 'All connections',
    allMeaning: 'Also those that are added later.',
    some: 'Only these',
    others: 'and others that you do not see',
    save: 'Save the connections',
    pending: 'Saving…',
    saved: '{name} sees these connections now.',
    own: 'No one changes their own connections. Ask another admin.',
    beyond: 'Only an admin who sees all of these connections may change this person.',
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
    removePasskeys: 'Remove passkeys',
    removePasskeysMeaning:
      '{name} can sign in with {count, plural, =0 {no passkey} one {one passkey} other {# passkeys}}. For a device that was lost: removes all, and signs every browser out at once.',
    passkeysRemoved: '{name} can sign in with the password alone now.',
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
    used: 'Last used {at}',
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
  email: 'E-mail',
  role: 'Role',
  you: {
    title: 'You',
    meaning: 'These follow you to every browser in which you sign in.',
    name: 'Name',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    timeZone: 'Time zone',
    timeZoneHint:
      'All dates and times are shown in it. Empty: the time zone of the business, {zone}.',
    submit: 'Save',
    pending: 'Saving…',
    saved: 'Saved.',
  },
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
  passkeys: {
    title: 'Passkeys',
    meaning:
      'Sign in with your fingerprint, your face or the code of your device, without typing a password.',
    made: 'Made {at}',
    used: 'last used {at}',
    unused: 'never used',
    add: 'Add a passkey',
    addMeaning: 'After your current password, your device asks you to confirm.',
    name: 'Name',
    nameHint: 'Left empty, it is called “{name}”.',
    make: 'Make the passkey',
    making: 'Waiting for your device…',
    added: 'The passkey “{name}” is added. From now on you can sign in with it.',
    rename: 'Rename',
    renameNamed: 'Rename: {name}',
    saveName: 'Save the name',
    saving: 'Saving…',
    renamed: 'The passkey is called “{name}” now.',
    remove: 'Remove',
    removeNamed: 'Remove: {name}',
    removeMeaning:
      'No one can sign in with it any more, and your other browsers are signed out. Delete it on your device, too.',
    removeIt: 'Remove the passkey',
    removing: 'Removing…',
    removed:
      'The passkey “{name}” is removed. {count, plural, =0 {You were signed in nowhere else.} one {One other browser is signed out.} other {# other browsers are signed out.}}',
    unavailable:
      'Passkeys need an address with a name, and people open this Paydesk at a bare network address. Whoever runs it can give it a name.',
    unsupported: 'This browser knows no passkeys. Use a newer one to add yours.',
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

/** Mails with a one-time link. */
export const mails = {
  greeting: 'Hello {name},',
  invitation: {
    subject: '{madeBy} invites you to Paydesk',
    meaning:
      '{madeBy} invites you to Paydesk at {site}. Choose a password by this link, and you are signed in:',
    button: 'Choose a password',
  },
  reset: {
    subject: 'A new password for Paydesk',
    meaning:
      '{madeBy} has made a link by which you choose a new password for Paydesk at {site}. Until you use it, your current password works:',
    button: 'Choose a new password',
  },
  validity:
    'The link works once, within {hours, number} hours. Do not pass it on: whoever opens it can sign in as you.',
  unexpected: 'If you did not expect this mail, do nothing, and tell the person who sent it.',
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
