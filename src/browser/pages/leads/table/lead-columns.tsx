import type { Lead } from '#contract/lead.ts'
import type { DataColumn } from '#ui/data-table/data-column.ts'
import * as m from '#words/m.ts'
import { formatPhone } from '#words/phone-format.ts'
import { platformWord, sourceWord } from '#words/vocabulary-words.ts'
import { AgeCell, MemberCell, MoneyCell, NameCell, PriorityCell, StatusCell } from './lead-cells.tsx'

/** Columns of the lead table. Their ids are kept in browsers: never give one to something else. */
export const leadColumns: readonly DataColumn<Lead>[] = [
  { id: 'name', label: m.field_name, width: 180, isAlwaysShown: true, cell: (lead) => <NameCell lead={lead} /> },
  { id: 'status', label: m.field_status, width: 130, cell: (lead) => <StatusCell lead={lead} /> },
  {
    id: 'phone',
    label: m.field_phone,
    width: 144,
    cell: (lead) => <span className="tabular">{formatPhone(lead.phone)}</span>,
  },
  {
    id: 'estimatedValue',
    label: m.field_estimatedValue,
    width: 152,
    align: 'end',
    cell: (lead) => <MoneyCell lead={lead} field="estimatedValue" />,
  },
  {
    id: 'actualValue',
    label: m.field_actualValue,
    width: 152,
    align: 'end',
    isHiddenAtFirst: true,
    cell: (lead) => <MoneyCell lead={lead} field="actualValue" />,
  },
  { id: 'priority', label: m.field_priority, width: 92, cell: (lead) => <PriorityCell lead={lead} /> },
  {
    id: 'source',
    label: m.field_source,
    width: 160,
    cell: (lead) => <span className="text-ink-2">{sourceAndPlatform(lead)}</span>,
  },
  { id: 'assignedTo', label: m.field_assignedTo, width: 130, cell: (lead) => <MemberCell lead={lead} /> },
  { id: 'email', label: m.field_email, width: 210, isHiddenAtFirst: true, cell: (lead) => lead.email },
  { id: 'uniqueCode', label: m.field_uniqueCode, width: 140, isHiddenAtFirst: true, cell: (lead) => lead.uniqueCode },
  {
    id: 'createdAt',
    label: m.field_createdAt,
    width: 124,
    align: 'end',
    isSortable: true,
    cell: (lead) => <AgeCell instant={lead.createdAt} />,
  },
  {
    id: 'updatedAt',
    label: m.field_updatedAt,
    width: 124,
    align: 'end',
    isSortable: true,
    cell: (lead) => <AgeCell instant={lead.updatedAt} />,
  },
]

/** "WhatsApp · Meta": where a lead came from, and by whose advertisement. */
export function sourceAndPlatform(lead: Pick<Lead, 'source' | 'adPlatform'>): string {
  return [sourceWord(lead.source), platformWord(lead.adPlatform)].filter((word) => word !== '').join(' · ')
}
