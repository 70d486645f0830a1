import { str, type Texts } from '../index.js';

/** Korean texts of all annotators. */
export const annotatorKo: Texts = {
  'annotator.skipped': str`시작 주석 중 레이블이 목록에 없는 ${0}개를 건너뛰었습니다.`,
  'annotator.unreadableInitial': '시작 주석 일부를 읽을 수 없어 건너뛰었습니다.',
  'annotator.draftsUnavailable':
    '이 브라우저에는 끝내지 않은 작업을 보관할 수 없습니다. 페이지를 떠나기 전에 제출하세요.',
  'annotator.draftsFull': '이 기기에 끝내지 않은 작업을 보관할 공간이 없습니다. 페이지를 떠나기 전에 제출하세요.',
  'annotator.needsAnnotation': '하나 이상 표시하거나 ‘레이블링할 것 없음’을 선택하세요.',
};
