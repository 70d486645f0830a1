import { str, type Texts } from '../index.js';

/** Korean texts for looking at earlier work. */
export const reviewKo: Texts = {
  'review.panLeft': '왼쪽 보기',
  'review.panRight': '오른쪽 보기',
  'review.panUp': '위쪽 보기',
  'review.panDown': '아래쪽 보기',
  'review.overlay': '검증할 레이블',
  'review.opacity': '불투명도',
  'review.showAll': '모두 보기',
  'review.hideAll': '모두 숨기기',
  'review.names': '사진 위에 이름 표시',
  'review.toggle': '레이블 보기 또는 숨기기',
  'review.which': '어느 답',
  'review.first': '첫째',
  'review.second': '둘째',
  'review.difference': '차이',
  'review.same': '둘 다 같음',
  'review.onlyFirst': '첫째에만 있음',
  'review.onlySecond': '둘째에만 있음',
  'review.otherLabel': '레이블이 다름',
  'review.share': str`${0} %`,
  'review.empty': '검증할 레이블이 없습니다.',
  'review.unreadable': '검증할 레이블을 모두 표시하지 못했습니다. 그래도 답할 수 있습니다.',
  'review.outside': '일부 레이블이 이 사진에 맞지 않아 가능한 만큼만 표시합니다.',
  'review.otherSize': str`이 마스크는 ${0} × ${1} 픽셀 사진에 맞춰진 것이라 이 사진에 맞게 늘려 표시합니다.`,
  'review.loading': '검증할 레이블을 불러오는 중…',
};
