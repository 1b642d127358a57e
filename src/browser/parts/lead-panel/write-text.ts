import { leadFields } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { useLeadValueText } from '../lead/lead-value-text.ts'

/** What a write was to do, in words: "Priority: High · …", then its note. */
export function useWriteText(): (write: Pick<OwnWrite, 'changes' | 'note'>) => string {
  const valueText = useLeadValueText()
  return ({ changes, note }) => {
    const fields = leadFields.filter((field) => changes[field] !== undefined)
    const told = fields.map((field) => `${fieldWord(field)}: ${valueText(field, changes[field])}`).join(' · ')
    return [told, note ?? ''].filter((part) => part !== '').join('\n')
  }
}
