import process from 'node:process'
import { prepareBuild } from './prepare.mjs'

/** Serves the built dashboard, in this very process, so that signals reach it directly. */
export async function command() {
  await prepareBuild()
  process.env.NODE_ENV ??= 'production'
  await import('../../../dist/server/serve.js')
}
