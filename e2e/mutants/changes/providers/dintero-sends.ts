import type { MutatedFile } from '../../mutant'

/** What is sent to Dintero, and what its answers mean. */
export const DINTERO_SENDS: readonly MutatedFile[] = [
  {
    file: 'lib/providers/dintero/client.ts',
    tests: ['lib/providers/dintero/client.test.ts'],
    mutants: [
      {
        effect: 'id of the read payment not compared: a read about another payment is believed',
        find: 'if (mapped.snapshot.providerTransactionId !== locator.providerTransactionId) {',
        replace: "if (mapped.snapshot.providerTransactionId === '') {",
      },
      {
        effect: 'an answer with another status is read',
        find: 'if (response.status !== 200) {',
        replace: 'if (response.status >= 400) {',
      },
      {
        effect: 'a send may begin at any time',
        find: `      startBeforeMs: command.sendBeforeMs,
`,
        replace: '',
      },
      {
        effect: 'what is no JSON fails with an error',
        find: `    if (json === null) return readFailure('malformed', 'the answer is not JSON')
    return { ok: true, value: json.value }`,
        replace: '    return { ok: true, value: json!.value }',
      },
    ],
  },
  {
    file: 'lib/providers/dintero/interpret-response.ts',
    tests: [
      'lib/providers/dintero/interpret-response.test.ts',
      'lib/providers/dintero/known-defects-rules.test.ts',
    ],
    mutants: [
      {
        effect: '200 about another payment is believed',
        find: 'if (snapshot.providerTransactionId !== command.transaction.providerTransactionId) {',
        replace: "if (snapshot.providerTransactionId === '') {",
      },
      {
        effect: '200 in another currency is believed',
        find: 'if (snapshot.currency !== command.currency) {',
        replace: "if (snapshot.currency === '') {",
      },
      {
        effect: 'a gateway’s error page is a refusal',
        find: 'if (REFUSALS.has(response.status) && message !== null) {',
        replace: 'if (REFUSALS.has(response.status) || message !== null) {',
      },
      {
        effect: '500 is a refusal',
        find: 'new Set([400, 401, 403, 404, 409, 422])',
        replace: 'new Set([400, 401, 403, 404, 409, 422, 500])',
      },
      {
        effect: '200 without our event is done',
        find: ": unknownResult({ code: 'not_shown' })",
        replace: ": { outcome: 'succeeded', snapshot, providerReference: null }",
      },
      {
        effect: 'another new total is believed',
        find: "command.kind === 'update_authorization' && !showsNewTotal",
        replace: "command.kind === 'void' && !showsNewTotal",
      },
    ],
  },
  {
    file: 'lib/providers/dintero/request-body.ts',
    tests: [
      'lib/providers/dintero/request-body.test.ts',
      'lib/providers/dintero/request-shape.test.ts',
    ],
    mutants: [
      {
        effect: 'a void has a body',
        find: `  if (command.kind === 'void') return null
`,
        replace: '',
      },
      {
        effect: 'no reference on a refund',
        find: 'refund_reference: command.reference, metadata',
        replace: 'metadata',
      },
      {
        effect: 'no operation id on a capture',
        find: 'capture_reference: command.reference, metadata })',
        replace: 'capture_reference: command.reference })',
      },
      {
        effect: 'VAT in hundredths of a percent',
        find: 'vat: item.vatBasisPoints / 100',
        replace: 'vat: item.vatBasisPoints',
      },
      {
        effect: 'a line is sent whole where a part is captured',
        find: `    quantityMicros: line.quantityMicros,
`,
        replace: '',
      },
      {
        effect: 'the amount of a whole line is sent where a part is captured',
        find: `    amountMinor: line.amountMinor,
`,
        replace: '',
      },
    ],
  },
]
