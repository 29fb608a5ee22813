import vitest from '../../vitest.config';

/** The unit tests alone: what decides whether a mutant of a rule is seen. */
export default {
  ...vitest,
  test: {
    ...vitest.test,
    projects: undefined,
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    setupFiles: ['tests/setup/environment.ts'],
  },
};
