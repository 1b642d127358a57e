import { Badge } from '#ui/badge.tsx'
import { priorityWord } from '#words/vocabulary-words.ts'

/** High and Urgent get a badge, other priorities nothing: they are the rule. */
export function PriorityBadge({ priority }: { readonly priority: string | null | undefined }) {
  if (priority !== 'high' && priority !== 'urgent') return null
  return <Badge tone={priority === 'urgent' ? 'bad' : 'warn'}>{priorityWord(priority)}</Badge>
}
