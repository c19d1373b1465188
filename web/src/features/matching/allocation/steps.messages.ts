import { defineMessages } from '@/shared/i18n/messages';

export const allocationStepMessages = defineMessages('allocation-steps', {
  'zh-CN': {
    start: '开始计算',
    startTitle: '开始计算？',
    startText: '开始后设置不能再改。计算在后台进行，结果只有本局看得到；确认生效前随时可以放弃。',
    started: '已开始计算',
    resume: '继续计算',
    resumeTitle: '继续计算？',
    resumeText: '计算中途停下了。继续后从停下的地方接着算，已记下的志愿不会重来。',
    resumed: '已继续计算',
    ready: '计算完成，请查看结果',
    commit: '确认生效',
    commitTitle: '让这次分配生效？',
    commitPeople: '{count} 位求职者会收到通知，并在“推荐岗位”中看到分到的岗位。',
    commitEmployers: '有名额被分到的用人单位会收到通知，并在该岗位的“推荐人选”中看到这些人。',
    commitNobody: '不会替任何人投递，名额也不会被占用；投不投递由本人决定。',
    commitUndo: '生效后可以撤销，撤销后没有人再看到；已发出的通知不收回。',
    commitEmpty: '这次没有分出任何名额，生效后不会通知任何人。',
    committed: '已生效，正在通知双方',
    discard: '放弃',
    discardTitle: '放弃这次分配？',
    discardText: '放弃后不能恢复，也不会通知任何人。需要时可以新建一次。',
    discardRunning: '计算会停下。',
    discarded: '已放弃',
    undo: '撤销',
    undoTitle: '撤销这次分配？',
    undoText:
      '撤销后，求职者和用人单位都不再看到这次分配的推荐。已发出的通知不收回；已经自行投递的不受影响。撤销后不能再恢复生效。',
    undone: '已撤销',
  },
  en: {
    start: 'Work it out',
    startTitle: 'Have it worked out?',
    startText:
      'The settings are fixed from then on. It goes on in the background; only your bureau sees the outcome, and you can discard it until it is committed.',
    started: 'Being worked out',
    resume: 'Go on',
    resumeTitle: 'Have it worked out further?',
    resumeText:
      'The work on it stopped half-way. It goes on from there; wishes already taken down stay.',
    resumed: 'Being worked out again',
    ready: 'Worked out: have a look at the outcome',
    commit: 'Commit',
    commitTitle: 'Commit this allocation?',
    commitPeople: {
      one: '{count} job seeker is told, and sees the posting under “Recommendations”.',
      other: '{count} job seekers are told, and see their posting under “Recommendations”.',
    },
    commitEmployers:
      'Employers whose seats were given are told, and see the people among the recommended candidates of the posting.',
    commitNobody:
      'Nobody is applied for and no seat is taken; whether to apply is for each person to decide.',
    commitUndo:
      'You can undo it: then nobody sees it any more. Notices already given are not called back.',
    commitEmpty: 'No seat was given; nobody will be told.',
    committed: 'Committed; both sides are being told',
    discard: 'Discard',
    discardTitle: 'Discard this allocation?',
    discardText: 'That cannot be undone, and nobody is told. You can set up another one.',
    discardRunning: 'The work on it stops.',
    discarded: 'Discarded',
    undo: 'Undo',
    undoTitle: 'Undo this allocation?',
    undoText:
      'Job seekers and employers no longer see what it recommended. Notices already given are not called back, and applications people made themselves stay. It cannot be committed again.',
    undone: 'Undone',
  },
});
