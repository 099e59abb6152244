import js from '@eslint/js';
import solid from 'eslint-plugin-solid';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['web/dist/**', 'web/dist-server/**', '.data/**', 'node_modules/**'] },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './web/tsconfig.json'] } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A union that names its literals beside string keeps completion in editors.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [solid.configs['flat/typescript']],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    ignores: ['web/lib/query.ts', 'web/server/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@tanstack/solid-query',
          importNames: ['useQuery', 'useInfiniteQuery'],
          message: 'Use those of web/lib/query.ts: they do not suspend the page.',
        },
      ],
    },
  },
  // A component's function holds its markup, and a test file's holds its cases.
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', 150] } },
  { files: ['tests/**/*.{ts,tsx}'], rules: { 'max-lines-per-function': 'off' } },
  // The operator's commands and benches speak to a terminal.
  {
    files: ['bin/**', 'tests/bench/**', 'tests/load/**', 'media/worker-build/**'],
    rules: { 'no-console': 'off' },
  },
);
