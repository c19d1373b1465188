/** Of an allocation nobody took part in. */
export const NO_REPORT = {
  peopleCount: 0,
  assignedCount: 0,
  seatCount: 0,
  personRanks: [],
  postingRanks: [],
  totalScore: 0,
  totalBound: null,
  unfilledPostingCount: 0,
  unfilledSeatCount: 0,
  unassigned: [],
  findings: [],
  method: 'EXHAUSTIVE',
  pairCount: 0,
  checkedPairCount: 0,
  blockingPairCount: 0,
};
