import type { Texts } from '../index.js';

/** Korean texts of auto-segment. */
export const segmentKo: Texts = {
  'segment.unreachable': '자동 분할이 응답하지 않습니다. 한 번 더 클릭하여 다시 시도하거나 직접 칠해 주세요.',
  'segment.refused': '이 그림에는 자동 분할을 쓸 수 없습니다. 직접 칠해 주세요.',
  'segment.unusable': '여기에서는 자동 분할이 작동하지 않습니다. 직접 칠해 주세요.',
  'segment.failed': '자동 분할에 실패했습니다. 한 번 더 클릭하여 다시 시도하거나 직접 칠해 주세요.',
};
