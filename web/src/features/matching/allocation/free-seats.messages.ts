import { defineMessages } from '@/shared/i18n/messages';

export const freeSeatMessages = defineMessages('allocation-free-seats', {
  'zh-CN': {
    freeSeats: '空余名额',
    lead: '现在有 {count} 个名额没有人：没分出去的，以及生效后被谢绝的。',
    jobPosting: '岗位',
    goneJobPosting: '已不在招的岗位',
    seats: '名额',
    given: '分出',
    declined: '谢绝',
    free: '空余',
    refill: '补位',
    refillTitle: '为空余名额补位？',
    refillText:
      '系统会新建一次分配：岗位只算现在空着的名额，人员只算这次没有名额的人（谢绝的人也在内，但不会再分到谢绝过的岗位），其他设置不变。新的分配同样先预览、再确认，也可以撤销；已有名额的人不受影响。',
    underWay: '已有一次补位分配，去看看',
    follows: '这是一次补位分配：只分配上一次空下来的名额。',
    toFollowed: '查看原来的分配',
  },
  en: {
    freeSeats: 'Free seats',
    lead: {
      one: '{count} seat is nobody’s now: left over, or declined since.',
      other: '{count} seats are nobody’s now: left over, or declined since.',
    },
    jobPosting: 'Posting',
    goneJobPosting: 'A posting that is no longer open',
    seats: 'Seats',
    given: 'Given',
    declined: 'Declined',
    free: 'Free',
    refill: 'Fill them',
    refillTitle: 'Fill the free seats?',
    refillText:
      'This sets up another allocation: of the seats that are free now, to the people who have none (those who declined included, but not for what they declined), with the same settings. It is previewed and committed like any other and can be undone; those who have a seat keep it.',
    underWay: 'An allocation that fills them is under way',
    follows: 'This allocation fills the seats that another left free.',
    toFollowed: 'See that allocation',
  },
});
