import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { fileName } from './scripts/lint/file-name.mjs'
import { GIVEN_UP_IDENTIFIERS } from './scripts/lint/given-up-words.mjs'

/** Own rules for own mistakes; which room may import which is in .dependency-cruiser.mjs. */
const FETCH = {
  name: 'fetch',
  message: 'The network is reached through lib/providers/http, so that every wait has a bound.',
}

const PROCESS_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment through lib/config/env, which checks it at the start.',
}

const BARE_FLOAT_AMOUNT = {
  selector:
    "CallExpression[callee.name='parseFloat'], CallExpression[callee.property.name='toFixed'], CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
  message:
    'Amounts are whole minor units; parse them with parseAmount and show them with formatMoney.',
}

const LITERAL_SPREAD = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Write the properties out: this spread only keeps a line short.',
}

const LOOP_STEP = {
  selector: 'ForStatement > .update MemberExpression[object.name=/^[A-Z]/]',
  message:
    'Take the step out of the head of the loop: Next 16.4 builds imported names there wrongly.',
}

const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pass the time in, or take it from the database.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Pass the time in, or take it from the database.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pass randomness in, or use node:crypto where it must not be guessed.',
  },
]

export default tseslint.config(
  {
    ignores: ['node_modules/', '.next/', '.cache/', '.paydesk/', 'test-results/', 'next-env.d.ts'],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { paydesk: { rules: { 'file-name': fileName } } },
    rules: {
      'paydesk/file-name': 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 80],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts', '**/*.type-test.ts'],
    rules: { 'max-lines': ['error', 400] },
  },
  // The keys of texts are no identifiers of the code.
  { ignores: ['messages/**'], rules: { 'id-denylist': ['error', ...GIVEN_UP_IDENTIFIERS] } },
  { files: ['app/**', 'components/**'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-restricted-globals': ['error', FETCH],
      'no-restricted-syntax': ['error', PROCESS_ENV, BARE_FLOAT_AMOUNT, LITERAL_SPREAD, LOOP_STEP],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  {
    files: ['lib/domain/**', 'lib/format/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        PROCESS_ENV,
        BARE_FLOAT_AMOUNT,
        LITERAL_SPREAD,
        LOOP_STEP,
        ...CLOCK,
      ],
    },
  },
  {
    files: [
      'lib/providers/http/**',
      'components/query/**',
      'sandbox/**',
      'scripts/**',
      'testing/**',
      'e2e/**',
      'testing/**',
      'bench/**',
      '**/*.test.ts',
      '**/*.test.tsx',
    ],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: [
      'lib/config/env.ts',
      'instrumentation.ts',
      'scripts/**',
      'sandbox/**',
      'testing/**',
      'e2e/**',
      'testing/**',
      'bench/**',
      '*.config.ts',
      'next.config.mjs',
      '**/*.test.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', BARE_FLOAT_AMOUNT, LITERAL_SPREAD] },
  },
  {
    files: ['scripts/**', 'bench/**'],
    rules: { 'no-restricted-syntax': ['error', LITERAL_SPREAD] },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
