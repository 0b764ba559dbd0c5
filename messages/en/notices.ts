/** What people are told without looking for it: in the bell, by mail, and by a webhook. */
export const notices = {
  title: 'Notices',
  description: 'What you should know of, the newest first. They are kept for {days, number} days.',
  caption: 'Your notices',
  empty: 'Nothing to tell',
  emptyMeaning:
    'Here you read what expires today, what is not known for long, what waits for a decision, how your batches ended, and which refunds failed later.',
  choose: 'Choose what reaches you',
  isNew: 'New',
  markRead: 'Mark as read',
  markReadNamed: 'Mark as read: {notice}',
  markAllRead: 'Mark all as read',
  marking: 'One moment…',
  markedAll: 'All is read.',
  newestOnly: 'These are the newest {shown, number}.',
  kinds: {
    expiring_today: 'Expires today',
    unknown_long: 'Not known for long',
    review_waiting: 'Waits for a decision',
    batch_ended: 'Batch ended',
    refund_failed: 'Refund failed later',
  },
  expires: {
    today: '{count, plural, one {# payment expires} other {# payments expire}} today',
    onDay: '{count, plural, one {# payment expired} other {# payments expired}} on {day}',
    detail: '{sums} held, the first until {time}',
  },
  about: {
    unknown_long: '{operation} of {sum}: it is not known yet if it happened',
    review_waiting: '{operation} of {sum} waits for a decision',
    refund_failed: 'The refund of {sum} has failed',
    batchEnded: 'Your batch has ended: {operation}',
    batchStopped: 'Your batch has stopped by itself: {operation}. Too many rows were refused',
  },
  settled: 'Now: {state}',
  until: 'until {time}',
  order: 'Order {reference}',
  noOrder: 'No order reference',
  digest: {
    expiring_today:
      '{count, plural, one {# payment expires today} other {# payments expire today}}',
    unknown_long:
      '{count, plural, one {# outcome has not been known for ten minutes} other {# outcomes have not been known for ten minutes}}',
    review_waiting:
      '{count, plural, one {# operation waits for a decision} other {# operations wait for a decision}}',
    batch_ended: '{count, plural, one {Your batch has ended} other {# of your batches have ended}}',
    refund_failed: '{count, plural, one {A refund failed later} other {# refunds failed later}}',
    batches: '{count, plural, one {# batch has ended} other {# batches have ended}}',
    more: 'and {count, number} more',
    whole: 'All notices: {address}',
    why: 'You get this because you chose it under Notices on your account page; at most once an hour of a kind: {address}',
  },
} as const

/** How each kind reaches a person. */
export const noticeChoices = {
  title: 'Notices',
  meaning:
    'How each kind reaches you, from the next one on. You are told of payments that you may see; of a kind at most one mail an hour.',
  kind: 'Kind',
  bell: 'In the bell',
  mail: 'By mail',
  bellNamed: '{kind}: in the bell',
  mailNamed: '{kind}: by mail',
  noMail: 'This Paydesk has no mail server, so it sends no mails.',
  meanings: {
    expiring_today: 'A hold that ends before midnight.',
    unknown_long: 'An operation whose outcome has not been known for ten minutes.',
    review_waiting: 'An operation that reading could not settle.',
    batch_ended: 'A batch of yours that ended, or stopped by itself.',
    refund_failed: 'A refund that was under way or not known, and then failed.',
  },
  saved: 'Saved.',
} as const

/** The webhook of the organization. */
export const noticeWebhook = {
  pageTitle: 'Notices',
  title: 'Notices',
  description: 'Where the business has notices sent, for everyone who reads there.',
  locked: 'Only some may set where notices go',
  lockedMeaning: 'Your role, {role}, may not. Ask {roles}.',
  lockedScope: 'This is about all connections, and you look after some. Ask an admin of all.',
  own: 'What reaches you yourself is chosen on your account page.',
  card: {
    title: 'Webhook',
    meaning:
      'Paydesk calls an address of yours with each notice of these kinds, at most once an hour of a kind, with order number, sum, provider and a link. Nothing else about customers is sent.',
    url: 'Address',
    urlHint: 'It begins with https://. It is kept like a password and not shown again.',
    urlKept: 'Kept: an address at {host}. Enter another one only to replace it.',
    urlMalformed:
      'Enter a whole address that begins with https://, without a name or a password in it; or untick every kind.',
    shape: 'Shape',
    shapes: { plain: 'JSON of Paydesk', slack: 'A message for Slack' },
    kinds: 'Kinds',
    off: 'Without a kind nothing is sent, and the address is forgotten.',
    none: 'no webhook',
    inWords: '{host}, {shape}',
  },
  test: {
    title: 'Test and last calls',
    meaning: 'A test sends one call with made-up contents, at once.',
    send: 'Send a test',
    sending: 'Sending…',
    delivered: 'Delivered: the address answered with {status}.',
    notDelivered: 'The test was not delivered. {why}',
    none: 'Nothing was sent yet.',
    caption: 'The last calls, the newest first',
    open: 'Waits to be sent',
    retried: 'Not delivered yet: {problem} It is tried again by itself.',
    sent: 'Delivered',
    failed: 'Given up: {problem}',
  },
  problems: {
    no_response: 'No response came.',
    refused: 'It answered with {status}.',
    redirect: 'It leads elsewhere, which Paydesk does not follow.',
    forbidden_address: 'Its name leads to an address inside a network, which Paydesk never calls.',
    no_receiver: 'There was no one left to send it to.',
    unreadable_address: 'The kept address cannot be opened with the key of this server.',
  },
} as const
