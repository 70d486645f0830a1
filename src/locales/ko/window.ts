import { str, type Texts } from '../index.js';

/** Korean texts of window and level. */
export const windowKo: Texts = {
  'window.tool': '창 너비와 레벨',
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
  'window.guide':
    '이미지 위에서 끄세요. 오른쪽은 창을 넓히고 왼쪽은 좁히며, 위는 밝게 아래는 어둡게 합니다. Page Up과 Page Down은 레벨을, Shift와 함께 누르면 너비를 바꿉니다. 보이는 것만 바뀌고 답은 그대로입니다.',
};
