/** What a business sets for all who work in it. */
export const business = {
  pageTitle: 'Business',
  title: 'Business',
  description:
    'What holds for everyone who signs in here. Each change is an entry of the audit trail.',
  locked: 'Only some may change the settings of the business',
  lockedMeaning: 'Your role, {role}, may not. Ask {roles}.',
  lockedScope:
    'They hold for all connections, and you see some of them only. Ask an admin who sees all.',
  save: 'Save',
  pending: 'Saving…',
  saved: 'Saved. Everyone sees it from their next page on.',
  unchanged: 'That was set already.',
  storedNow: 'Now set: {value}',
  nothingSet: 'nothing',
  name: {
    title: 'Name',
    meaning:
      'Shown in the header instead of “Paydesk”, on printed pages, and in the names of exported files.',
    label: 'Name of the business',
    hint: 'Empty: Paydesk.',
  },
  logo: {
    title: 'Logo',
    meaning:
      'Shown in the header and on printed pages, to people who are signed in: a PNG, JPEG or WebP of at most {kilobytes, number} KB and {px, number} pixels a side.',
    label: 'Picture',
    current: 'The logo now',
    none: 'None is set: the mark of Paydesk is shown.',
    choose: 'Choose a picture first.',
    submit: 'Set as logo',
    remove: 'Remove the logo',
    set: 'Set. Everyone sees it from their next page on.',
    size: '{width, number} × {height, number} pixels',
  },
  zone: {
    title: 'Time zone',
    meaning:
      'Dates and days of people who have chosen no other one: in lists, on the overview and in exports. What is stored does not change.',
    label: 'Time zone of the business',
    hint: 'Empty: that of the server’s settings, {zone}.',
  },
  languages: {
    title: 'Languages',
    meaning:
      'What people choose from. Who has chosen one that is no longer offered sees {fallback}, and their account page says so.',
    legend: 'Offered languages',
    chosen:
      '{count, plural, =0 {chosen by no one} one {chosen by one person} other {chosen by # people}}',
  },
  reasons: {
    titles: { refund: 'Reasons for refunds', void: 'Reasons for voids' },
    meaning:
      'What people pick from in the dialog, in this order. A retired reason is no longer offered; what was done for it keeps its name in history and on the overview. A new name also counts for what was done before.',
    name: 'Name of reason {position, number}',
    other: 'always asks for a note',
    retired: 'Retired',
    retire: 'Retire {name}',
    offer: 'Offer {name} again',
    up: 'Move {name} up',
    down: 'Move {name} down',
    add: 'Add a reason',
    remove: 'Remove the new reason {position, number}',
    unnamed: 'the new reason',
  },
  limits: {
    currency: 'Currency {position, number}',
    amount: 'Sum {position, number}',
    add: 'Add a currency',
    remove: 'Remove {currency}',
    unnamed: 'the empty row',
  },
  review: {
    title: 'Two people for a decision',
    meaning:
      'When an operation waits for a decision and is above this sum, two people must decide the same. In currencies that are not listed the sum is {standard, number}.',
  },
  secondFactor: {
    title: 'Required second factor',
    meaning:
      'People of these roles who have none set one up at their next click; no one is locked out.',
    legend: 'Roles that need a second factor',
  },
  stepUp: {
    title: 'Second factor before weighty actions',
    meaning:
      'These ask for a second factor that was shown in the last five minutes. People without one cannot do them any more and are told how to set one up.',
    legend: 'Actions',
    topics: {
      pay_out: 'Payouts',
      charge_again: 'Charging again',
      people: 'Looking after people, and these settings',
      connections: 'Connections to providers',
    },
    refunds: 'Refunds above a sum',
    refundsMeaning:
      'Where any sum is listed, every refund in a currency that is not listed asks for it, too. Without any, no refund does.',
  },
} as const

/** Why a setting of the business was not changed. */
export const settingFailures = {
  setting_overtaken:
    '{actor} changed this on {at}, after you opened it, so nothing was stored. What you entered is still here: compare it with what is set now, and save again to replace that.',
  setting_of_all_connections:
    'This holds for all connections, and you see some of them only. Ask an admin who sees all.',
  business_name_malformed:
    'Enter a name with letters, on one line, with at most {most, number} characters, none of them invisible; or leave the field empty.',
  logo_refused: {
    no_image:
      'This file is no PNG, JPEG or WebP picture, or it is not whole. Save the logo as one of these and choose that.',
    vector:
      'An SVG may hold scripts, so it is not taken. Save the logo as a PNG, such as 400 pixels wide, and choose that.',
    too_large:
      'This file is larger than {maxKilobytes, number} KB. Save the logo smaller and choose that.',
    too_many_pixels:
      'This picture has more than {maxPx, number} pixels on a side. Make it smaller and choose that.',
  },
  languages_empty: 'Offer at least one language.',
  no_reason_offered: 'Offer at least one reason: people could not do it without.',
  reason_gone: 'These reasons are not those of the list any more. Reload the page.',
  reason_name_malformed:
    'Enter a name with letters, on one line, with at most {most, number} characters, none of them invisible.',
  reason_name_taken:
    '“{name}” is in the list already. Choose another name, or offer that one again.',
  too_many_reasons: 'The list holds at most {max, number} reasons, the retired ones included.',
  too_many_currencies: 'The list holds at most {max, number} currencies.',
  currency_unknown: '“{text}” is no currency. Enter its code of three letters, such as NOK.',
  currency_twice: '{currency} is in the list twice. Remove one of the rows.',
} as const
