export const audit = {
  pageTitle: 'Audit',
  title: 'Audit trail',
  description: 'Who did what, when and why: each entry is chained to the one before it.',
  locked: 'Only some may verify the audit trail',
  lockedMeaning:
    'Your role, {role}, may not. Ask {roles}. What happened to a payment stands in its own history.',
  verification: 'Verification',
  meaning:
    'Verifying computes every hash anew, outside the database, and names what was changed, removed or put elsewhere.',
  verify: 'Verify now',
  verifying: 'Verifying…',
  fits: 'Every entry fits',
  broken: 'The trail is broken',
  entries: 'Entries',
  chains: 'Chains',
  verified: 'Verified',
  digest: 'Digest of all chains (SHA-256)',
  digestName: 'digest',
  keepHeads:
    'Keep the newest entry of each chain outside the database: with it, a trail that was cut short is found later, too.',
  download: 'Download the heads (JSON)',
  badEntry: {
    inChain: 'First at <strong>entry {sequence}</strong> of the chain {chain}: {problem}.',
    inPersonsChain:
      'First at <strong>entry {sequence}</strong> of the chain about {name}: {problem}.',
    inOrder:
      'First at <strong>entry {sequence}</strong> of the chain of <link>order {reference}</link>: {problem}.',
    inPayment:
      'First at <strong>entry {sequence}</strong> of the chain of <link>a payment</link>: {problem}.',
    chain: 'Chain {chain}',
    meaning:
      'Only somebody with rights in the database itself can do that. Keep a copy of the database as it is, and find out who did before anything else is done.',
  },
  problems: {
    entry_missing: 'an entry is missing before this one',
    does_not_follow: 'it does not follow from the entry before it',
    content_changed: 'its content was changed',
    not_as_exported: 'the entry is another one than in the exported heads',
    chain_missing: 'the whole chain is missing',
    end_missing: 'entries are missing at the end of the chain',
    shorter_than_exported: 'the chain is shorter than in the exported heads',
    dated_anew: 'it is dated otherwise than its operation, as after a restore of the data alone',
  },
} as const
