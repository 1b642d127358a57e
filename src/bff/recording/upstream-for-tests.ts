import { afterAll, beforeEach } from 'vitest'
import { type RecordingUpstream, startRecordingUpstream } from './recording-upstream.ts'

/** The recording upstream of a test file: as new for each test, closed behind the last. */
export async function upstreamForTests(): Promise<RecordingUpstream> {
  const upstream = await startRecordingUpstream()
  beforeEach(() => upstream.reset())
  afterAll(() => upstream.close())
  return upstream
}
