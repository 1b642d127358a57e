import type { TestProjectInlineConfiguration } from 'vitest/config'

const freshModules = 'src/fresh-modules.ts'

/** The sandbox's answers once more, on a PostgreSQL server: `npm test` starts one where it can. */
const onServer = process.env.TEST_DATABASE_URL ? ['src/sandbox/{analytics,delivery,http,leads}/**/*.test.ts'] : []

/**
 * How the tests beside the code are run. A worker of its own for each file is most of what a small test costs: those
 * that start no process share one, in which `fresh-modules.ts` gives each file modules of its own. One project after
 * the other: a worker that changes the project is a new one.
 */
export const testProjects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: { name: 'servers', sequence: { groupOrder: 0 }, include: ['src/{sandbox,host}/**/*.test.ts'] },
  },
  {
    extends: true,
    test: {
      name: 'PostgreSQL',
      sequence: { groupOrder: 1 },
      include: onServer,
      // It opens a sandbox as `npm run sandbox` does, which is the same on either engine.
      exclude: ['src/sandbox/http/fuzz.test.ts'],
      env: { TEST_ENGINE: 'PostgreSQL' },
    },
  },
  {
    extends: true,
    test: {
      name: 'rules',
      sequence: { groupOrder: 2 },
      isolate: false,
      include: ['src/{contract,bff,desk,conformance}/**/*.test.ts'],
      setupFiles: [freshModules],
    },
  },
  {
    extends: true,
    test: {
      name: 'browser',
      sequence: { groupOrder: 3 },
      isolate: false,
      include: ['src/browser/**/*.test.ts'],
      setupFiles: [freshModules, 'src/browser/test-setup.ts'],
    },
  },
  {
    extends: true,
    test: {
      name: 'screens',
      sequence: { groupOrder: 4 },
      isolate: false,
      environment: 'jsdom',
      include: ['src/browser/**/*.test.tsx'],
      setupFiles: [freshModules, 'src/browser/test-setup.ts'],
    },
  },
]
