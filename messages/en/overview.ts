export const overview = {
  title: 'Overview',
  asOf: 'As of {time}. Days are those of {timeZone}.',
  reading: 'Reading the figures',
  unread: {
    note: '{count, plural, one {# payment cannot be read.} other {# payments cannot be read.}} <link>See which</link>',
  },
  due: {
    title: 'To capture, by deadline',
    caption: 'Payments that hold money, by how soon it must be captured',
    show: 'Show the payments',
    columns: { due: 'Capture by', count: 'Payments', held: 'Still held' },
    names: {
      passed: 'Deadline has passed',
      today: 'Today',
      tomorrow: 'Tomorrow',
      week: 'Within 7 days',
      later: 'Later',
      unknown: 'No date known',
    },
    empty: 'Nothing is held that could be captured.',
  },
  rest: {
    title: 'Left after the last shipment',
    caption:
      'Payments of which a part was captured and the rest is held, by decision and age of the order',
    columns: { what: 'Rest', count: 'Payments', held: 'Still held' },
    names: {
      open: {
        week: 'Not decided, up to 6 days old',
        month: 'Not decided, 7 to 29 days old',
        older: 'Not decided, 30 days old or older',
      },
      kept: {
        week: 'Shipped later, up to 6 days old',
        month: 'Shipped later, 7 to 29 days old',
        older: 'Shipped later, 30 days old or older',
      },
    },
  },
  days: {
    title: 'Captured and refunded in {currency}, last {count, number} days',
    titleEmpty: 'Captured and refunded, last {count, number} days',
    captured: 'Captured',
    refunded: 'Refunded',
    payments: '{count, plural, one {# capture} other {# captures}}',
    refunds: '{count, plural, one {# refund} other {# refunds}}',
    above: 'above the line',
    below: 'below the line',
    chart:
      'From {from} to {to}: {captured} captured and {refunded} refunded. Most in a day: {most} captured. The table below has every day.',
    most: 'Most captured in a day: {sum}',
    hover: '{day}: {captured} captured, {refunded} refunded',
    table: 'Every day as a table',
    caption: 'Captured and refunded in {currency} by day',
    day: 'Day',
    empty: 'Nothing was captured or refunded in these days.',
  },
  reasons: {
    title: 'Reasons for refunds, last {count, number} days',
    caption: 'Refunds made here by reason',
    columns: { reason: 'Reason', count: 'Refunds', sum: 'Refunded' },
    empty: 'Nobody has refunded anything here in these days.',
  },
} as const
