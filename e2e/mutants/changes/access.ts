import type { MutatedFile } from '../mutant'

/** The edge that every request passes. */
export const ACCESS: readonly MutatedFile[] = [
  {
    file: 'lib/access/request-headers.ts',
    tests: ['lib/access/request-headers.test.ts'],
    mutants: [
      {
        effect: 'origin compared by its beginning: https://own.example.evil passes',
        find: 'return header === ownOrigin()',
        replace: 'return header?.startsWith(ownOrigin()) ?? false',
      },
      {
        effect: 'origin compared by its end',
        find: 'return header === ownOrigin()',
        replace: 'return header?.endsWith(ownOrigin()) ?? false',
      },
      {
        effect: 'a request without an origin passes',
        find: 'return header === ownOrigin()',
        replace: 'return header === null || header === ownOrigin()',
      },
      {
        effect: 'path of our address belongs to the origin',
        find: 'new URL(env().NEXTAUTH_URL).origin',
        replace: 'env().NEXTAUTH_URL',
      },
    ],
  },
  {
    file: 'lib/access/define-webhook.ts',
    tests: ['lib/access/define-webhook.test.ts'],
    mutants: [
      {
        effect: 'unavailable answered with 200: the provider does not call again',
        find: 'unavailable: 503',
        replace: 'unavailable: 200',
      },
      {
        effect: 'unavailable answered with 400',
        find: 'unavailable: 503',
        replace: 'unavailable: 400',
      },
      { effect: 'forged answered with 200', find: 'forged: 401', replace: 'forged: 200' },
      { effect: 'repeated answered as an error', find: 'repeated: 200', replace: 'repeated: 409' },
      { effect: 'too large answered with 200', find: 'too_large: 413', replace: 'too_large: 200' },
      {
        effect: 'an address without a connection is taken',
        find: `if (target === null) return 'unknown_address'
`,
        replace: '',
      },
      {
        effect: 'the answer has no bound',
        find: "LIMITS.webhook.answerMs, 'unavailable'",
        replace: "LIMITS.webhook.answerMs * 1000, 'unavailable'",
      },
      {
        effect: 'the host is taken from the call',
        find: ', host: new URL(env().NEXTAUTH_URL).host }',
        replace: ' }',
      },
      {
        effect: 'the query is not handed on to be verified',
        find: 'pathWithQuery: pathname + search',
        replace: 'pathWithQuery: pathname',
      },
    ],
  },
  {
    file: 'lib/access/action-core.ts',
    tests: ['lib/access/action-core.test.ts'],
    mutants: [
      {
        effect: 'origin not checked',
        find: 'if (!(await runtime.isOwnOrigin())) return await refused(runtime, unknown, foreignOrigin())',
        replace: 'await runtime.isOwnOrigin()',
      },
      {
        effect: 'permission not checked',
        find: 'if (!isPermitted(actor.role, permission)) {',
        replace: "if (!isPermitted('admin', permission)) {",
      },
      {
        effect: 'people without the second factor that their role needs go on',
        find: 'if (needsSecondFactor && definition.isForSetUp !== true) {',
        replace: 'if (false) {',
      },
      {
        effect: 'people who need a second factor cannot set it up',
        find: 'needsSecondFactor && definition.isForSetUp !== true',
        replace: 'needsSecondFactor',
      },
      {
        effect: 'input not parsed',
        find: 'definition.run(context, parsed.data)',
        replace: 'definition.run(context, input as I)',
      },
      {
        effect: 'an error during the action is reported as nothing done',
        find: `    phase = 'during'
`,
        replace: '',
      },
    ],
  },
  {
    file: 'lib/access/return-path.ts',
    tests: ['lib/access/return-path.test.ts'],
    mutants: [
      {
        effect: 'an address without a scheme leaves the site',
        find: '(?![/\\\\])',
        replace: '(?![\\\\])',
        unnoticedBecause: 'the origin and path of the address as it is read are compared behind it',
      },
      {
        effect: 'a backslash leaves the site',
        find: '(?![/\\\\])[^\\\\\\p{Cc}]*',
        replace: '(?![/])[^\\p{Cc}]*',
        unnoticedBecause: 'the origin and path of the address as it is read are compared behind it',
      },
      {
        effect: 'the origin of what is read is not compared, nor a path that leaves it',
        find: 'url.origin === HERE && ',
        replace: '',
        unnoticedBecause: 'the form of the text is compared before it, and the path behind it',
      },
      {
        effect: 'sign-in leads back to sign-in',
        find: '/^\\/($|\\/|sign-in|second-factor$|welcome(\\/|$)|api(\\/|$))/',
        replace: '/^\\/($|\\/|api(\\/|$))/',
      },
    ],
  },
  {
    file: 'lib/access/client-address.ts',
    tests: ['lib/access/client-address.test.ts'],
    mutants: [
      {
        effect: 'the entry that a client wrote is believed',
        find: 'entries.at(-trustedProxies) ?? entries[0]',
        replace: 'entries[0]',
      },
      {
        effect: 'a client without proxies before us writes its own address',
        find: 'trustedProxies === 0 ? undefined : ',
        replace: '',
      },
      {
        effect: 'an address with a port is no address',
        find: "text.replace(/^([\\d.]+):\\d{1,5}$/, '$1')",
        replace: 'text',
      },
      {
        effect: 'an IPv6 address counts by itself',
        find: 'isIPv6(address) ? network64(address)',
        replace: 'isIPv6(address) ? address',
      },
    ],
  },
]
