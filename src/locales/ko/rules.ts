import { str, type Texts } from '../index.js';

/** Korean texts of the rules. */
export const rulesKo: Texts = {
  'rules.title': '제출하기 전에',
  'rules.allGood': '모두 갖추어졌습니다.',
  'rules.next': '다음 문제',
  'rules.more': str`${0} (레이블 아래에 ${1}개 더 있습니다.)`,
  'rules.missing': str`“${0}”이(가) 없습니다. 그려 주세요.`,
  'rules.missingMany': str`“${0}”이(가) 없습니다. ${1}개 그려 주세요.`,
  'rules.tooFew': str`“${0}”이(가) ${1}개입니다. ${2}개 더 그려 주세요.`,
  'rules.tooFewAll': str`도형이 ${0}개입니다. ${1}개 이상 더 그려 주세요.`,
  'rules.tooMany': str`“${0}”이(가) ${1}개인데 ${2}개까지만 됩니다. ${3}개를 지우세요.`,
  'rules.tooManyAll': str`도형이 ${0}개인데 ${1}개까지만 됩니다. ${2}개를 지우세요.`,
  'rules.tooSmall': str`“${0}”이(가) ${1} × ${2}픽셀보다 작습니다. 키우거나 지우세요.`,
  'rules.overlap': str`두 도형이 ${0} 겹칩니다. ${1}까지만 됩니다. 같은 대상이면 하나를 지우세요.`,
  'rules.notInside': str`“${0}”은(는) “${1}” 안에 있어야 합니다. 옮기거나 둘러싼 것을 그리세요.`,
};
