import { settingContradictions } from './setting-contradictions'

/** One merchant account: what it is, and changing it. */
export const connection = {
  problems: {
    ...settingContradictions,
    overtaken:
      '{detail} changed this connection after you opened the page, so nothing was changed now. Look at what is there, and try again.',
    closed: 'This connection was removed for good and cannot be changed any more.',
    name_taken: 'Another connection is named “{detail}”. Choose another name.',
    name_malformed: 'Type a name of at most {detail} characters.',
    name_differs: 'That is not the name of the connection. Type it exactly as it stands there.',
    operations_open:
      'An operation of this connection is not finished, so it was not removed. Its money may still move: wait until it is settled under In progress, or decide it there.',
    nothing_typed: 'Type at least one field. What stays empty is kept as it is.',
    fields_malformed:
      'Look at {detail}: that is missing, or not in the form that the provider needs. Nothing was changed.',
    other_environment:
      'A test connection stays a test connection, and a live one live: this belongs to the other. Add it as a connection of its own.',
    account_missing:
      'The connection also reads {detail}, whose payments it keeps. Name that account again.',
    account_connected:
      'One of these accounts has a connection already: {detail}. Each account has one connection.',
    secret_unreadable:
      'The stored secret cannot be opened with the key of this server. Enter the whole secret again first.',
    secret_refused:
      'The provider does not accept this, or it lacks a right. Nothing was changed; the secret before is still used. The provider says: {detail}',
    wrong_account:
      'This leads to another account than the one of this connection. Nothing was changed; the secret before is still used. {detail}',
    unavailable:
      'The provider could not be asked, so nothing was changed; the secret before is still used. Try again in a moment. ({detail})',
    unusable: 'It cannot be used like this: {detail}',
  },
  faults: {
    credentials_refused:
      'The provider no longer accepts the secret, so that nothing can be read or sent. Replace the secret.',
    right_missing:
      'The secret lacks a right that is needed. Give it that right at the provider, and check again.',
    read_only:
      'The secret may only read: no money can be moved. Give it the rights to capture, void and refund at the provider, or replace the secret.',
    unknown_account:
      'The provider does not know the account at this address. Ask the provider if it was moved or closed.',
    wrong_account:
      'The secret leads to another account or environment than the one of this connection. Replace the secret by the one of this account.',
    no_api:
      'The provider has no such service at the address of this connection. Ask the provider for the address, and connect the account again with npm run connect.',
    list_refused:
      'The list of payments cannot be read. If the provider has not enabled the search by date, turn it off in the settings.',
    unreadable:
      'The provider answers in a way that cannot be read. Ask the provider what was changed, and check again.',
    unavailable:
      'The provider cannot be reached, or does not answer. Paydesk goes on trying; if it lasts, see the provider’s status page.',
    unusable:
      'As it is stored it cannot be used. Look at its settings, or enter the whole secret again.',
  },
  test: {
    submit: 'Check now',
    pending: 'Checking at {provider}…',
    works: 'It works.',
    worksBefore: 'It was checked a moment ago, and works.',
    fault: 'It does not work. {fault}',
    faultBefore: 'It was checked a moment ago, and does not work. {fault}',
  },
  page: {
    pageTitle: 'Connection',
    back: 'All connections',
    closed:
      'This connection was removed for good {at}. Its secret is destroyed and nothing is asked or sent any more; its payments and their history stay. No other connection can be made to its account.',
    disabled:
      'This connection is disabled: nothing new is begun, and neither is its list read. Operations that were begun before are still followed up.',
    states: { enabled: 'Enabled', disabled: 'Disabled', closed: 'Removed' },
    broken: 'Does not work',
    failing: 'This connection has not worked since {since}. {fault}',
    provider: 'The provider’s words: {message}',
    test: 'Test',
    live: 'Live',
    pending: 'Saving…',
    facts: 'Account',
    account: 'Account',
    alsoReads: 'Also reads',
    address: 'Address',
    webhookAddress: 'Webhooks to',
    payments: 'Payments',
    held: 'Held',
    nothingHeld: 'Nothing',
    added: 'Connected',
    health: 'Health',
    secretState: 'Secret',
    secretReadable: 'Can be opened',
    secretUnreadable: 'Cannot be opened with the key of this server: enter it again below',
    lastCheck: 'Last check',
    neverChecked: 'Not checked yet',
    checkPassed: 'Answered {at}',
    checkFailed: 'Failed {at}; it has not worked since {since}',
    changes: 'Changes',
    knownUntil: 'Known up to {at}',
    notKnown: 'The list was not read to its end yet, or the provider has none',
    webhooks: 'Webhooks',
    lastWebhook: 'Last one {at}',
    noWebhook: 'None has come yet',
    previousWebhook: 'Old secret',
    previousUntil: 'Webhooks signed with it count until {at}',
    unread: 'Unread',
    unreadCount:
      '{count, plural, one {One payment could not be read} other {# payments could not be read}}',
    open: 'In progress',
    openCount: '{count, plural, =0 {No operation} one {One operation} other {# operations}}',
    lastChanges: 'Last changes',
    actions: {
      added: '{actor} connected it',
      renamed: '{actor} renamed it',
      secret_replaced: '{actor} replaced the secret',
      settings_changed: '{actor} changed the settings',
      disabled: '{actor} disabled it',
      enabled: '{actor} enabled it',
      closed: '{actor} removed it for good',
    },
    name: {
      title: 'Name',
      label: 'Name of the connection',
      meaning: 'Everyone sees it in lists, on payments and in exports. Nothing else changes.',
      save: 'Save the name',
      saved: 'The name is saved.',
    },
  },
  settings: {
    title: 'Settings of the account',
    meaning:
      'What {provider} has agreed with you. They are tested before they are stored, and count from the next operation on.',
    submit: 'Test and save',
    pending: 'Testing at {provider}…',
    saved: 'The settings are saved and count now.',
    same: 'That is how it was set already: nothing was changed.',
  },
  secret: {
    title: 'Replace the secret',
    meaning:
      'Type the fields that are new; what stays empty is kept. It is tested at {provider} first, and only stored when that works.',
    unreadable:
      'The stored secret cannot be opened. Enter all fields anew, and then look at the settings of the account.',
    stays: 'Stays as it is',
    webhookHint: 'The one before counts for 24 hours more.',
    show: 'Show what I type',
    effect:
      'Every instance uses the new one from its next request on; the old one is not used again. What was being sent at that moment still ends with it: withdraw the old one at {provider} a minute later.',
    webhookEffect:
      'Webhooks signed with the secret before are accepted for 24 hours, so that none is lost while you register the new one.',
    submit: 'Test and replace',
    pending: 'Testing at {provider}…',
    replaced: 'The new secret works and is in use. Nobody has to sign in again.',
    same: 'That is the secret that is stored already: nothing was changed.',
  },
  state: {
    title: 'Disable',
    disable: 'Disable',
    enable: 'Enable',
    disableMeaning:
      'Nothing new is captured, refunded, voided or charged, nothing is imported, and the list is not read. Payments stay visible, and say why nothing is offered. It counts for everyone from their next click.',
    enableMeaning:
      'Payments can be captured, refunded and voided again by everyone who may, and the list is read at once.',
    open: '{count, plural, one {One operation that was begun is} other {# operations that were begun are}} still followed up to the end.',
    disabled: 'The connection is disabled.',
    enabled: 'The connection is enabled. Its list is being read.',
  },
  removal: {
    title: 'Remove for good',
    meaning:
      'Its secret is destroyed, and nothing can be captured, refunded or voided through it ever again. {count, plural, one {Its one payment stays} other {Its # payments stay}} readable with all history, and the account stays with this connection: it cannot be connected again.',
    meaningEmpty:
      'It has no payment, so that it goes away with its secret. Its account can be connected again.',
    held: 'Still held for its customers: {held}. After the removal only the provider’s own portal can capture or release it.',
    open: '{count, plural, one {One operation is} other {# operations are}} not finished: the connection cannot be removed before.',
    confirm: 'Type “{name}” to confirm',
    submit: 'Remove for good',
    pending: 'Removing…',
  },
}
