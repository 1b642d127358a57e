import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'

export function platformName(platform: string): string {
  return platform === '' ? m.conversions_platform_unknown() : platformWord(platform)
}
