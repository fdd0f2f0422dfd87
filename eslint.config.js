import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', '.dist-*', '.astro', 'test-results'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  astro.configs.recommended,
  { languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } } },
  {
    files: ['**/*.astro'],
    // The parser of Astro files has no project service.
    languageOptions: { parserOptions: { projectService: false, project: true } },
    // It gives the markup in an expression no type, so every `.map()` over elements would be reported.
    rules: { '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    // Configuration is not part of the program, nor is a page's inline script a file of its own.
    files: ['**/*.js', '**/*.mjs', '**/*.astro/*.ts'],
    extends: [ts.configs.disableTypeChecked],
  },
);
