import { availableParallelism } from 'node:os'

/** Native ESM: Jest runs the TypeScript as Node does, with swc only stripping the types. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testTimeout: 60_000,
  // one more than there are cores: tests wait for browsers and databases
  maxWorkers: availableParallelism() + 1,
}
