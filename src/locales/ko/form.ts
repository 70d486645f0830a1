import { str } from '../index.js';
import type { Texts } from '../index.js';

/** Words of forms and buttons in Korean. */
export const formKo: Texts = {
  'form.loading': '불러오는 중...',
  'form.submit': '제출',
  'form.instructions': '작업 안내',
  'form.fullInstructions': '전체 안내 보기',
  'form.close': '닫기',
  'form.confidential': '이 작업의 데이터는 기밀로 다루어 주세요.',
  'form.oneProblem': str`아직 제출할 수 없습니다. ${0}`,
  'form.problems': str`아직 제출할 수 없습니다. 확인이 필요한 답변이 ${0}개 있습니다. 첫 번째: ${1}`,
  'form.namedProblem': str`${0}: ${1}`,
  'form.preview': '미리보기입니다. 작업을 수락한 뒤에 제출할 수 있습니다.',
  'form.prepareFailed': '답변을 준비하지 못했습니다. 작업한 내용은 그대로 있으니 다시 제출해 보세요.',
  'form.sendFailed': '답변을 보내지 못했습니다. 작업한 내용은 그대로 있으니 다시 제출해 보세요.',
  'form.submitting': '제출하는 중',
  'form.answerTitle': '답변',
  'form.answerNote': '이 페이지에는 답변을 보낼 곳이 없어 여기에 표시합니다.',
  'form.copy': '복사',
  'form.copied': '복사했습니다',
  'form.busy': '처리 중',
};
