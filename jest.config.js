import { availableParallelism } from 'node:os'

/**
 * Native ESM: the tests run in Node itself, which strips the types as it does for the program.
 * Files run one after another in a few processes and share what they import: a module is loaded once, not two hundred times.
 */
export default {
  testEnvironment: 'node',
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {},
  // one more than there are cores: tests wait for browsers and databases
  maxWorkers: availableParallelism() + 1,
}
