import { LEDGER_COLUMNS } from '../ledger.js';
import { type SheetColumn, STATES } from './sheet.js';

const WIDTHS: Readonly<Record<(typeof LEDGER_COLUMNS)[number], number>> = {
  序号: 6,
  维度: 18,
  查摆问题: 24,
  '具体表现/事例': 44,
  原因: 32,
  整改措施: 44,
  责任人: 11,
  责任部门: 11,
  完成时限: 14,
  '进展/状态': 11,
  备注: 13,
};

export const ledgerColumns: readonly SheetColumn[] = LEDGER_COLUMNS.map((title) => ({
  title,
  width: WIDTHS[title],
  ...(title === '进展/状态' ? { choices: STATES } : {}),
}));
