export const ROSTER_COLUMNS = [
  { key: 'studentNumber', example: '2023010101', need: 'needAlways' },
  { key: 'studentName', example: '张小明', need: 'needNew' },
  { key: 'majorName', example: '数控技术', need: 'needNew' },
  { key: 'majorCode', example: '460103', need: 'needMajor' },
  { key: 'className', example: '数控2301班', need: 'needOptional' },
  { key: 'educationLevel', example: '大学专科', need: 'needOptional' },
  { key: 'graduationYear', example: '2026', need: 'needNew' },
] as const;

export type RosterColumnKey = (typeof ROSTER_COLUMNS)[number]['key'];
