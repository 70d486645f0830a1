import { str } from '../index.js';
import type { Texts } from '../index.js';

/** Words of form controls in Korean. */
export const controlsKo: Texts = {
  'controls.missing': '이 항목을 입력하세요.',
  'controls.unchecked': '계속하려면 이 항목을 선택하세요.',
  'controls.off': '계속하려면 이 항목을 켜세요.',
  'controls.untouched': '값을 선택하세요.',
  'controls.tooShort': str`${0}자 이상 입력하세요. 지금은 ${1}자입니다.`,
  'controls.count': str`${0}자`,
  'controls.countOf': str`${1}자 중 ${0}자`,
  'controls.number': '숫자로 입력',
  'controls.slider': '슬라이더',
};
