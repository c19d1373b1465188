import type { DemoPlayers } from './generator/demo-world.js';

/** Printed at every start of an installation in demo mode; it opens nothing else. */
export const DEMO_PASSWORD = 'Gongqiao-Demo-2026';

export interface DemoPlayer {
  readonly part: keyof DemoPlayers;
  readonly role: string;
  readonly displayName: string;
  readonly identifier: string;
}

const mailbox = (name: string): string => `${name}@demo.example.invalid`;

/** One person for each role, in the order in which they are printed. */
export const DEMO_PLAYERS: readonly DemoPlayer[] = [
  {
    part: 'graduate',
    role: '毕业生 graduate',
    displayName: '沈晓燕',
    identifier: mailbox('graduate'),
  },
  {
    part: 'recruiter',
    role: '企业招聘负责人 recruiter',
    displayName: '陆建明',
    identifier: mailbox('recruiter'),
  },
  {
    part: 'collegeClerk',
    role: '院校就业办 college clerk',
    displayName: '顾文静',
    identifier: mailbox('college'),
  },
  {
    part: 'bureauOfficer',
    role: '人社局经办 bureau officer',
    displayName: '钱志远',
    identifier: mailbox('bureau'),
  },
  {
    part: 'baseCoordinator',
    role: '劳务基地 labour-base coordinator',
    displayName: '杨宇',
    identifier: mailbox('base'),
  },
  {
    part: 'administrator',
    role: '平台管理员 administrator',
    displayName: '平台管理员（演示）',
    identifier: mailbox('admin'),
  },
];
