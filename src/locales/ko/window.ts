import { str, type Texts } from '../index.js';

/** Korean texts of window and level. */
export const windowKo: Texts = {
  'window.section': '회색 범위',
  'window.level': '레벨',
  'window.width': '너비',
  'window.value': str`${0} ${1}`,
  'window.preset': '미리 정한 창',
  'window.whole': '전체 범위',
  'window.found': '이미지에 맞춤',
  'window.custom': '직접 조절',
  'window.said': str`레벨 ${0}, 너비 ${1}`,
  'window.raise': '레벨 올리기 (어둡게)',
  'window.lower': '레벨 내리기 (밝게)',
  'window.widen': '창 넓히기',
  'window.narrow': '창 좁히기',
  'window.choose': str`창: ${0}`,
  'window.byHand': '이미지 위에서 마우스 오른쪽 버튼으로 끌 수도 있습니다.',
};
