/** A rule that reports each node that a selector matches, in these words. */
const forbids = (selector, message) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
})

const TIME = 'Pass the time in, or take it from the database.'

/** Own rules for own mistakes. */
export const FORBIDDEN_SYNTAX = {
  'process-env': forbids(
    "MemberExpression[object.name='process'][property.name='env']",
    'Read the environment through lib/config/env, which checks it at the start.',
  ),
  'float-amount': forbids(
    "CallExpression[callee.name='parseFloat'], CallExpression[callee.property.name='toFixed'], CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
    'Amounts are whole minor units; parse them with parseAmount and show them with formatMoney.',
  ),
  'literal-spread': forbids(
    'ObjectExpression > SpreadElement > ObjectExpression',
    'Write the properties out: this spread only keeps a line short.',
  ),
  'loop-step': forbids(
    'ForStatement > .update MemberExpression[object.name=/^[A-Z]/]',
    'Take the step out of the head of the loop: Next 16.4 builds imported names there wrongly.',
  ),
  'current-time': forbids(
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    TIME,
  ),
  'math-random': forbids(
    "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    'Pass randomness in, or use node:crypto where it must not be guessed.',
  ),
}
