/** The list of transactions. */
export const transactions = {
  pageTitle: 'Transactions · Paydesk',
  title: 'Transactions',
  ignored: {
    all: 'Not understood and left out: {parts}.',
    view: 'view “{text}”',
    status: 'status “{text}”',
  },
  search: {
    name: 'Search all transactions',
    placeholder: 'Order, name, e-mail, amount or payment id',
    submit: 'Search',
    matches: 'Matches for <term>“{search}”</term>',
    clear: 'Clear',
  },
  views: {
    name: 'Views',
    'to-capture': 'To capture',
    attention: 'Needs attention',
    captured: 'Captured',
    refunded: 'Refunded',
    all: 'All',
  },
  filter: { name: 'Status', chosen: '(chosen; leave out)' },
  table: {
    caption: '{view}: transactions, newest first',
    captureBy: 'Capture by',
    order: 'Order and customer',
    status: 'Status',
    method: 'Method',
    authorized: 'Authorized',
    captured: 'Captured',
    refunded: 'Refunded',
    held: 'Still held',
    created: 'Created',
  },
  row: {
    captureBy: '<small>by</small> {day}',
    noDeadline: 'No date',
    noReference: 'No order reference',
    noName: 'No name',
    askedFor: 'Asked for, not authorized',
    created: '<small>created</small> <moment></moment>',
  },
  pager: {
    name: 'Pages',
    whole: '{count, plural, one {# transaction} other {# transactions}}, newest first',
    part: '{count, plural, one {# transaction} other {# transactions}} on this page, newest first',
    first: 'First',
    next: 'Next',
  },
  empty: {
    afterEnd: {
      title: 'Nothing after this point',
      text: 'The list has changed since this address was made.',
      action: 'Go to the first page',
    },
    noMatch: {
      title: 'No match for “{search}”',
      hint: 'Try an order reference, a name, an e-mail address, an amount such as {amount}, or the provider’s payment id.',
      narrow: 'Only “{view}” was searched.',
      action: 'Search all transactions',
    },
    noStatus: {
      title: 'No payment with this status',
      text: 'The chosen status leaves nothing of “{view}”.',
      action: 'Show every status',
    },
    seeAll: 'See all transactions',
    views: {
      'to-capture': {
        title: 'Nothing to capture',
        text: 'Payments that hold money for you show up here, until it is captured or released.',
      },
      attention: {
        title: 'Nothing needs attention',
        text: 'Payments that failed, are on hold, or whose state nobody knows show up here.',
      },
      captured: {
        title: 'Nothing captured yet',
        text: 'Payments show up here once all that was authorized is captured.',
      },
      refunded: {
        title: 'Nothing refunded yet',
        text: 'Payments show up here once something was paid back to the customer.',
      },
      all: {
        title: 'No transactions yet',
        text: 'They show up here as soon as they are read from a connected payment provider.',
      },
    },
  },
} as const
