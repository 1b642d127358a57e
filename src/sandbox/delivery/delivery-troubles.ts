import { type SandboxPlatformTroubles, sandboxPlatforms } from '#contract/sandbox-state.ts'

/** What the worker was told to do badly; the control port changes it while running. */
export interface DeliveryTroubles {
  platforms: SandboxPlatformTroubles
}

export function noTroubles(): DeliveryTroubles {
  return { platforms: { meta: 'none', google: 'none', tiktok: 'none', linkedin: 'none' } }
}

/** Platforms whose events stay in the queue. */
export function stalledPlatforms({ platforms }: DeliveryTroubles): readonly string[] {
  return sandboxPlatforms.filter((platform) => platforms[platform] === 'stalled')
}

export function isFailing({ platforms }: DeliveryTroubles, platform: string | null): boolean {
  return sandboxPlatforms.some((known) => known === platform && platforms[known] === 'failing')
}
