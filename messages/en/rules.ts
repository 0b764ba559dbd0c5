/** What Paydesk does by itself. */
export const rules = {
  pageTitle: 'Rules',
  title: 'Rules',
  description:
    'What Paydesk does by itself, in the name of the admin who switched it on. Each change is an entry of the audit trail.',
  locked: 'Only some may set rules',
  lockedMeaning: 'Your role, {role}, may not. Ask {roles}.',
  lockedScope:
    'Rules act on all connections, and you see some of them only. Ask an admin who sees all.',
  none: 'There is no rule yet: nothing is extended unless a person does it.',
  on: 'On',
  off: 'Off',
  stopped: 'Stopped by itself',
  sentence:
    'Extends the hold of payments with the tag <tag></tag> in its last {hours, plural, one {hour} other {# hours}}, at most {times, plural, one {once} other {# times}} each, and never past the longest hold of the provider. After a refusal the payment needs attention, and is tried again the next day.',
  onBy: 'Switched on by {name} on {time}: it acts with the rights of {name}.',
  runs: '{count, plural, =0 {It has extended no hold so far.} one {It has extended # hold so far.} other {It has extended # holds so far.}}',
  stopReasons: {
    person_disabled:
      'Whoever switched it on cannot sign in any more. Switch it on in your own name.',
    right_withdrawn:
      'Whoever switched it on may not extend holds of all connections any more. Switch it on in your own name.',
  },
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  switchOnNamed: 'Switch on: {name}',
  switchOffNamed: 'Switch off: {name}',
  remove: 'Remove…',
  removeNamed: 'Remove: {name}…',
  removeQuestion: 'Remove {name} for good? What it did stays in the history.',
  removeSure: 'Remove',
  keep: 'Keep',
  add: {
    title: 'New rule',
    meaning:
      'Extends the hold of tagged payments before it ends. A new rule is off until you switch it on.',
    name: 'Name',
    tag: 'Tag',
    tagHint: 'Put on payments by people, such as “backorder”.',
    withinHours: 'Hours before the hold ends',
    hoursHint: 'From 1 to 336. With 72, a refusal leaves two days for another try.',
    maxTimes: 'Times a payment, at most',
    timesHint: 'From 1 to 50.',
    submit: 'Add rule',
  },
}

/** Tags of payments, which rules act on. */
export const tags = {
  title: 'Tags',
  none: 'No tags yet. Payments are found by their tags, and rules act on them.',
  by: '{name}, {time}',
  label: 'New tag',
  add: 'Add tag',
  remove: 'Take off the tag {tag}',
  notExtended: 'Rule {rule} did not extend the hold on {time}.',
}
