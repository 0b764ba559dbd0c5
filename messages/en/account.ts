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
    languageGone:
      'You chose {chosen}, which is no longer offered here. You see {shown} until you choose another one.',
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
  provider: {
    title: 'Way in',
    meaning:
      'You sign in by single sign-on. Your password and second factor are looked after there, and your name comes from there at each sign-in.',
    again: 'Your role needs a second factor. Show it where you sign in, and you are back here.',
    toProvider: 'Go to single sign-on',
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
  switchedOff:
    'Passwords are switched off here, so no link lets people in. Sign in by single sign-on.',
  toSignIn: 'Go to sign in',
} as const
