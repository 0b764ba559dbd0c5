import type { MutatedFile } from '../mutant'

/** What people choose about themselves, and the mails with their links. */
export const OWN_SETTINGS_AND_MAIL: readonly MutatedFile[] = [
  {
    file: 'db/queries/access/update-own-settings.ts',
    tests: ['lib/people/change-own-settings.integration.test.ts'],
    mutants: [
      {
        effect: 'a disabled person changes settings',
        find: '::uuid and disabled_at is null\n',
        replace: '::uuid\n',
      },
      {
        effect: 'a change of settings changes everybody’s',
        find: 'where users.id = own.id',
        replace: 'where true',
      },
      {
        effect: 'a time zone is kept with which no query can count days',
        find: "          and now() at time zone coalesce(${zone}, 'UTC') is not null\n",
        replace: '',
      },
      {
        effect: 'an unknown time zone is an error instead of a refusal',
        find: "if (findSqlState(error) === INVALID_PARAMETER) return 'time_zone_unknown'",
        replace: '',
      },
      {
        effect: 'every change of settings says in the audit trail that the name changed',
        find: 'from changed where name <> previous_name',
        replace: 'from changed',
      },
      {
        effect: 'a changed theme takes the time zone back to that of the business',
        find: 'timeZone === undefined ? sql`time_zone` : zone',
        replace: 'zone',
      },
      {
        effect: 'a changed theme takes the language back to the browser’s',
        find: 'coalesce(${language ?? null}::text, language)',
        replace: '${language ?? null}::text',
      },
    ],
  },
  {
    file: 'lib/people/change-own-settings.ts',
    tests: ['lib/people/change-own-settings.integration.test.ts'],
    mutants: [
      {
        effect: 'a malformed name leaves the name as it is, without a word',
        find: "if (name === null) return failure('name_malformed', { field: 'name' })",
        replace: '',
      },
    ],
  },
  {
    file: 'lib/people/parse-time-zone.ts',
    tests: ['lib/people/change-own-settings.integration.test.ts'],
    mutants: [
      {
        effect: 'a time zone without summer time in one place, and with it in another, is kept',
        find: 'if (!/^(UTC|[a-z]+(\\/[\\w+-]+)+)$/i.test(typed)) return null',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/people/person-rules.ts',
    tests: ['lib/people/change-own-settings.integration.test.ts'],
    mutants: [
      {
        effect: 'a name turns the direction of the line it stands in',
        find: ' && !NOT_IN_NAMES.test(name)',
        replace: ' && !/\\p{Cc}/u.test(name)',
      },
      {
        effect: 'a name that nothing is seen of is taken',
        find: '/[\\p{L}\\p{N}]/u.test(name)',
        replace: "name !== ''",
      },
      {
        effect: 'Persian names with a joiner are refused',
        find: '(?![\\u200c\\u200d])',
        replace: '',
      },
    ],
  },
  {
    file: 'lib/mail/send-mail.ts',
    tests: ['lib/mail/send-mail.test.ts'],
    mutants: [
      {
        effect: 'a link is mailed without encryption',
        find: '    requireTLS,\n',
        replace: '',
      },
      {
        effect: 'a person waits for a server that says a little every second',
        find: '      signal: AbortSignal.timeout(wholeMs),\n',
        replace: '',
      },
      {
        effect: 'a person waits for a server that falls silent',
        find: '    socketTimeout: silenceMs,\n',
        replace: '',
      },
      {
        effect: 'two addresses in one get a person’s link',
        find: "to: { name: '', address: mail.to }",
        replace: 'to: mail.to',
      },
      {
        effect: 'the server’s words about a recipient are logged',
        find: 'return { code: code ?? error.name, command, responseCode }',
        replace:
          'return { code: code ?? error.name, command, responseCode, message: error.message }',
      },
    ],
  },
  {
    file: 'lib/mail/mail-link.ts',
    tests: ['lib/people/mailed-links.integration.test.ts'],
    mutants: [
      {
        effect: 'a link is lost when its mail is refused',
        find: "return 'not_mailed'",
        replace: 'throw error',
      },
      {
        effect: 'a mail is said to be on its way that was refused',
        find: "return 'not_mailed'",
        replace: "return 'mailed'",
      },
      {
        effect: 'a name is markup in a mail',
        find: ': escapeHtml(text),',
        replace: ': text,',
      },
      {
        effect: 'an invitation reads like a reset',
        find: "isInvitation ? 'invitation' : 'reset'",
        replace: "'reset'",
      },
    ],
  },
  {
    file: 'lib/people/manage-people.ts',
    tests: ['lib/people/mailed-links.integration.test.ts'],
    mutants: [
      {
        effect: 'a person is written to in the language of who made the link',
        find: 'link.language ?? language',
        replace: 'language',
      },
    ],
  },
  {
    file: 'lib/config/mail-settings.ts',
    tests: ['lib/config/mail-settings.test.ts'],
    mutants: [
      {
        effect: 'no server needs encryption',
        find: 'requiresTls: !isLocal(url)',
        replace: 'requiresTls: false',
      },
    ],
  },
]
