import { describe, expect, it } from 'vitest';
import { readingOf } from './reader.js';

describe('width', () => {
  it.each([
    ['beside Han', '学习不够,思考不多:浅;粗?真的!', '学习不够，思考不多：浅；粗？真的！'],
    ['brackets around Han', '(一)学习(理论)不够', '（一）学习（理论）不够'],
    ['mixed pairs', '（一)学习\n(二）担当', '（一）学习\n（二）担当'],
    ['a bracket pair of which one touches Han', '（试行)和学习(2021)', '（试行）和学习（2021）'],
    ['a number before a quotation', '(1)“三会一课”质量不高', '（1）“三会一课”质量不高'],
    ['between quotations', '做到"两个维护","四个服从"', '做到“两个维护”，“四个服从”'],
    ['behind per cent', '完成率75%,比上年高;12%;28项没有完成', '完成率75%，比上年高；12%；28项没有完成'],
    ['not in figures', '上午9:30开会,投入1,200.5万元,比例3:2', '上午9:30开会，投入1,200.5万元，比例3:2'],
    ['not in addresses', '见http://a.b/c?d=1,e', '见http://a.b/c?d=1,e'],
    ['not between Latin words', '用了Word, Excel两种', '用了Word, Excel两种'],
    ['nothing where there is no Han', 'Hello, world; yes(no): "ok"', 'Hello, world; yes(no):"ok"'],
  ])('%s', (_, text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it('full-width letters, digits and signs become half-width', () => {
    expect(readingOf('ＧＤＰ增长１２．５％，３～５次')).toBe('GDP增长12.5%，3～5次');
  });

  it('vertical and small forms become the usual ones', () => {
    expect(readingOf('學習﹑思考﹐不夠︰淺﹗﹁兩張皮﹂')).toBe('学习、思考，不够：浅！“两张皮”');
  });
});

describe('a dot that ends a sentence', () => {
  it.each([
    ['before Han', '学习不够.思考不多', '学习不够。思考不多'],
    ['at the end', '学习不够.', '学习不够。'],
    ['behind a quotation or bracket', '"两张皮".再如(试行).比如', '“两张皮”。再如（试行）。比如'],
    ['before a figure', '学习不够.2021年查摆12项', '学习不够。2021年查摆12项'],
    ['not in figures', '投入2.5亿元,增长3.2个点', '投入2.5亿元，增长3.2个点'],
    ['not in file names', '见附件报告.docx和a.txt', '见附件报告.docx和a.txt'],
    [
      'not in numbers of items',
      '1.学习\n一.担当\n（二).作风\n1).落实',
      '1.学习\n一.担当\n（二）.作风\n1).落实',
    ],
    ['not three of them', '学习...等等', '学习...等等'],
  ])('%s', (_, text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe('quotation marks', () => {
  it.each([
    ['straight', '坚持"四个自信"、"四个意识"', '坚持“四个自信”、“四个意识”'],
    [
      'straight, one behind the other',
      '提出的"坚持系统观念""构建新发展格局"等',
      '提出的“坚持系统观念”“构建新发展格局”等',
    ],
    [
      'straight, one inside the other',
      '围绕"带头深刻感悟"两个确立"的决定性意义,带头担当"五个方面',
      '围绕“带头深刻感悟“两个确立”的决定性意义，带头担当”五个方面',
    ],
    ['nested as they are', '“带头感悟“两个确立”的意义”', '“带头感悟“两个确立”的意义”'],
    ['corner brackets', '「兩個『確立』」', '“两个‘确立’”'],
    ['reversed', '谋划好”十五五“规划', '谋划好“十五五”规划'],
    ['all reversed', '”四个意识“、”四个自信“、”两个维护“', '“四个意识”、“四个自信”、“两个维护”'],
    ['one of several reversed', '“四个意识”、”四个自信“、“两个维护”', '“四个意识”、“四个自信”、“两个维护”'],
    ['opened twice', '“四个意识“、“四个自信”', '“四个意识”、“四个自信”'],
    ['one missing', '增强“四个意识、坚定“四个自信”、做到', '增强“四个意识、坚定“四个自信”、做到'],
    ['mixed', '“四个意识"和"四个自信”', '“四个意识”和“四个自信”'],
    ['full-width straight', '＂四风＂问题', '“四风”问题'],
    ['single', "所谓'老好人'思想", '所谓‘老好人’思想'],
    ['no apostrophes', "学习China's经验", "学习China's经验"],
    ['each paragraph for itself', '"四风\n"四风"', '“四风\n“四风”'],
  ])('%s', (_, text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});
