import { str, type Texts } from '../index.js';

/** Korean texts of polygons, polylines, lines and keypoints. */
export const shapesKo: Texts = {
  'shapes.tool.polygon': '폴리곤',
  'shapes.tool.polyline': '폴리라인',
  'shapes.tool.line': '선',
  'shapes.tool.keypoint': '키포인트',
  'shapes.pathAt': str`꼭짓점 ${0}개, 왼쪽 ${1}, 위 ${2}, 너비 ${3}, 높이 ${4}`,
  'shapes.lineAt': str`${0}, ${1}에서 ${2}, ${3}까지`,
  'shapes.pointAt': str`위치 ${0}, ${1}`,
  'shapes.guide.polygon':
    '레이블을 고르고 윤곽을 따라 클릭하세요. 첫 점을 다시 클릭하거나 더블클릭하거나 Enter를 누르면 끝납니다. 끌면 손으로 그립니다. Backspace는 마지막 점을, Escape는 도형 전체를 취소합니다. 선은 서로 가로지를 수 없습니다. 다른 도형의 윤곽에서 시작하려면 Alt를 누르세요.',
  'shapes.guide.polyline':
    '레이블을 고르고 선을 따라 클릭하거나 끌어서 그리세요. Enter를 누르거나 더블클릭하거나 마지막 점을 다시 클릭하면 끝납니다. Backspace는 마지막 점을, Escape는 도형 전체를 취소합니다.',
  'shapes.guide.line':
    '레이블을 고른 뒤 한 끝에서 다른 끝까지 끌거나 두 끝을 클릭하세요. Shift를 누르면 각도가 반듯해집니다.',
  'shapes.guide.keypoint':
    '레이블을 고른 뒤 점을 클릭하세요. 끌면 점이 움직입니다. 다른 점 위에 놓으려면 Alt를 누르세요.',
  'shapes.guide.edit':
    '꼭짓점이나 변을 끌어서 옮기세요. 같은 꼭짓점을 가진 이웃도 함께 움직이며, Ctrl을 누르면 따로 움직입니다. 변 가운데의 점을 끌면 꼭짓점이 더해집니다. 꼭짓점을 클릭하거나(Shift: 여러 개) Alt를 누른 채 둘러 그려 고른 뒤 화살표로 옮기고 Delete로 지웁니다.',
  'shapes.tool.lasso': '올가미',
  'shapes.guide.lasso':
    '도형을 둘러 그리면 선택됩니다. 도형 하나가 선택되어 있으면 그 꼭짓점이 선택되고, Shift를 누르면 더해집니다. 선택 도구에서는 Alt를 누르는 동안 같은 일을 합니다.',
  'shapes.tool.knife': '자르기',
  'shapes.guide.knife':
    '도형을 가로지르는 직선을 끌거나 두 끝을 클릭하면 그곳에서 나뉩니다. 선택한 도형만 잘리고, 선택이 없으면 모두 잘립니다.',
  'shapes.tool.gap': '틈 채우기',
  'shapes.guide.gap':
    '레이블을 고르고 다른 폴리곤이나 이미지 가장자리로 둘러싸인 틈을 클릭하면 새 폴리곤이 빈틈없이 채웁니다.',
  'shapes.unite': '합치기',
  'shapes.subtract': '빼기 (이웃이 덮은 부분, 또는 마지막에 선택한 도형)',
  'shapes.split': '선택한 꼭짓점에서 나누기',
  'shapes.join': '잇기',
  'shapes.simplify': '단순화 (다시: 더 많이, Enter: 유지)',
  'shapes.bridgeHoles': '구멍을 다리로 잇기',
  'shapes.sharedBoundaries': '이웃과 꼭짓점 공유',
  'shapes.wouldLeaveHole':
    '구멍이 생기는데 답에는 구멍을 담을 수 없습니다. “구멍을 다리로 잇기”를 켜고 다시 해 보세요.',
  'shapes.doNotTouch': '서로 닿지 않아 하나로 합칠 수 없습니다.',
  'shapes.nothingLeft': '도형에 남는 부분이 없습니다.',
  'shapes.cannotCompute': '이 도형들로는 계산할 수 없습니다. 단순화하거나 꼭짓점을 옮긴 뒤 다시 해 보세요.',
  'shapes.splitHow.polygon': '서로 마주 보는 꼭짓점 두 개를 고른 뒤 나누세요.',
  'shapes.splitHow.polyline': '양 끝 사이의 꼭짓점을 고른 뒤 나누세요.',
  'shapes.simplified': str`꼭짓점 ${0}개가 ${1}개로 줄었습니다. Enter는 유지, Escape는 취소, 같은 키는 계속입니다.`,
  'shapes.cannotSimplify': '더 단순화할 수 없습니다.',
  'shapes.skipPoint': '이 점 건너뛰기',
  'shapes.occluded': '가려짐 또는 보임',
  'shapes.nextPoint': str`다음: ${0}`,
  'shapes.allPointsSet': str`점을 모두 찍었습니다: ${0}개.`,
  'shapes.guide.editTitle': '꼭짓점 고치기',
  'shapes.step.moveVertex': '꼭짓점 이동',
  'shapes.step.addVertex': '꼭짓점 추가',
  'shapes.step.deleteVertex': '꼭짓점 삭제',
  'shapes.step.simplify': '단순화',
  'shapes.step.split': '나누기',
  'shapes.step.join': '잇기',
  'shapes.step.unite': '합치기',
  'shapes.step.subtract': '빼기',
  'shapes.step.fillGap': '틈 채우기',
  'shapes.step.occlude': '보임 상태 바꾸기',
  'shapes.hint.crossing': '선이 자기 도형을 가로지를 수 없습니다.',
  'shapes.hint.tooFewVertices': '점이 더 필요합니다. 계속 클릭하거나 Escape로 지우세요.',
  'shapes.hint.leastVertices': '꼭짓점을 더 줄일 수 없습니다. 도형 전체를 삭제하세요.',
  'shapes.hint.noGap': '여기에는 도형들로 둘러싸인 틈이 없습니다.',
  'shapes.hint.noCut': '자르는 선이 도형을 완전히 지나지 않습니다.',
};
