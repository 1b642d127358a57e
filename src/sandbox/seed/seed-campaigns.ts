import type { AdPlatform } from '#contract/vocabularies.ts'

export interface SeedCampaign {
  readonly name: string
  readonly platform: AdPlatform
  /** Multiplies the chance to go on to the next status. */
  readonly quality: number
}

/** Campaigns of the sample with their share of the advertised leads. */
export const seedCampaigns: readonly [readonly [SeedCampaign, number], ...(readonly [SeedCampaign, number])[]] = [
  [{ name: 'Promo Januari', platform: 'meta', quality: 1 }, 26],
  [{ name: 'Flash Sale 11.11', platform: 'tiktok', quality: 0.88 }, 20],
  [{ name: 'Brand Awareness', platform: 'google', quality: 0.93 }, 16],
  [{ name: 'Pencarian Merek', platform: 'google', quality: 1.1 }, 12],
  [{ name: 'Katalog Reseller', platform: 'meta', quality: 1.03 }, 12],
  [{ name: 'Live Shopping', platform: 'tiktok', quality: 0.84 }, 8],
  [{ name: 'B2B Reseller', platform: 'linkedin', quality: 1.12 }, 6],
]
