import type { Texts } from '../index.js';

/** Words of display elements in Korean. */
export const displayKo: Texts = {
  'display.close': '닫기',
  'display.openModal': '대화 상자 열기',
  'display.openInstructions': '작업 안내 보기',
  'display.summary': '요약',
  'display.detailed': '자세한 안내',
  'display.examples': '예시',
  'display.goodExamples': '좋은 예',
  'display.badExamples': '나쁜 예',
  'display.info': '정보',
  'display.success': '성공',
  'display.warning': '주의',
  'display.error': '오류',
  'display.instructions': '작업 안내',
};
